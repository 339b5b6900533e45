import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWork, type Citable } from '../../../src/citing/citable.ts';
import { formatCslJson, makeCslItem } from '../../../src/citing/csl-item.ts';
import { SEED } from '../generators.ts';
import { cases, sampleCitable } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

const ajv = new Ajv({ strict: false, allErrors: true });
const validate = ajv.compile(
	JSON.parse(
		readFileSync(new URL('../../schemas/csl-data.json', import.meta.url), 'utf8'),
	) as object,
);

/** Read a file back after the official schema has passed it. */
function readItem(text: string): { [field: string]: unknown } {
	const items = JSON.parse(text) as { [field: string]: unknown }[];
	validate(items);
	expect(validate.errors ?? []).toEqual([]);
	expect(items).toHaveLength(1);
	return items[0] ?? {};
}

test('the schema refuses what is no field of CSL-JSON', () => {
	expect(validate([{ id: 'x', type: 'article-newspaper', translators: [] }])).toBe(false);
	expect(validate([{ id: 'x', type: 'newspaper' }])).toBe(false);
});

test.for(Object.entries(cases))('%s passes the official schema', ([, citable]) => {
	const work = describeWork(citable);
	const item = readItem(formatCslJson(citable));
	expect(item).toMatchObject({ id: work.key, title: work.title, medium: work.medium });
	expect(item['URL']).toBe(work.address);
});

test('the item has the fields that every style sets well, and no other', () => {
	expect(makeCslItem(cases['a headline of signs and its original'] as Citable)).toEqual({
		id: 'petrov2018-7-v1',
		type: 'article-newspaper',
		title: '“Tom & Jerry”: 100% of_it {costs} $5 | #1',
		author: [{ family: 'Petrov', given: 'Ivan' }],
		translator: [{ literal: 'Apertium 3.8.3' }],
		'container-title': 'Vechernyaya Gazeta',
		issued: { 'date-parts': [[2018, 11, 8]] },
		language: 'en',
		medium: 'Machine translation, rev. 1',
		'original-title': '<span class="nocase">«Том и Джерри»: 100% за $5 & более_того</span>',
		source: 'Calque',
		URL: 'https://example.org/calque/a/7/v1/',
		custom: {
			permalink: 'https://example.org/calque/a/7/',
			path: '/a/7/v1/',
			revision: 1,
			revised: '2026-11-22',
			'original-language': 'ru',
			'issued-edtf': '2018-11-08',
			'text-sha256': 'ab'.repeat(32),
		},
	});
});

test('an original that has an address is named by it', () => {
	const { record } = sampleCitable();
	const original = { ...record.original, url: 'https://example.org/original' };
	expect(makeCslItem(sampleCitable({ original })).custom).toMatchObject({
		'original-url': 'https://example.org/original',
	});
});

test('what is hostile passes the schema and is read back as it was', () => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const { title, container, translator, originalTitle } = describeWork(citable);
			expect(readItem(formatCslJson(citable))).toMatchObject({
				title,
				'container-title': container,
				translator: [{ literal: translator }],
				'original-title': `<span class="nocase">${originalTitle}</span>`,
			});
		}),
		{ seed: SEED },
	);
});
