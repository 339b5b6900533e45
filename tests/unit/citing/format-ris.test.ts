import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWork, type Citable } from '../../../src/citing/citable.ts';
import { formatRis } from '../../../src/citing/format-ris.ts';
import { SEED } from '../generators.ts';
import { cases } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

/** The fields of a file with one entry, by their tags. */
function readRis(text: string): { [tag: string]: string[] } {
	const fields: { [tag: string]: string[] } = {};
	for (const line of text.split('\n').slice(0, -1)) {
		const [, tag = '', value = ''] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
		expect(tag, line).not.toBe('');
		(fields[tag] ??= []).push(value);
	}
	return fields;
}

test('an entry begins with its type and ends with ER', () => {
	const text = formatRis(cases['a person'] as Citable);
	expect(text).toMatch(/^TY {2}- NEWS\n/);
	expect(text).toMatch(/\nER {2}- \n$/);
});

test.for(Object.entries(cases))('%s is read back', ([, citable]) => {
	const work = describeWork(citable);
	const fields = readRis(formatRis(citable));
	expect(fields).toMatchObject({ ID: [work.key], TI: [work.title], ER: [''] });
	expect(fields['UR']).toEqual(work.address && [work.address]);
	expect(fields['A4']).toEqual(work.translator && [`${work.translator},`]);
	expect(fields['M2']).toContain(`Medium: ${work.medium}`);
});

test('a doubtful date says that it is one', () => {
	expect(readRis(formatRis(cases['a month, about'] as Citable))).toMatchObject({
		DA: ['2018/11//'],
		PY: ['2018'],
		M2: ['Medium: Machine translation, rev. 1', 'Date: about November 2018'],
	});
	expect(readRis(formatRis(cases['no date'] as Citable))).not.toHaveProperty('DA');
});

test('what is hostile stays in its own field', () => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const work = describeWork(citable);
			const fields = readRis(formatRis(citable));
			expect(fields).toMatchObject({
				TY: ['NEWS'],
				TI: [work.title],
				A4: [`${work.translator},`],
				T2: [work.container],
				ER: [''],
			});
			expect(fields['AU']).toHaveLength(2);
			expect(fields['M2']).toContain(`Original Title: ${work.originalTitle}`);
		}),
		{ seed: SEED },
	);
});

const hasBibutils = spawnSync('ris2xml', ['--version']).error === undefined;

if (!hasBibutils) {
	process.stdout.write('bibutils are not installed. On Debian: apt-get install bibutils\n');
}

test.skipIf(!hasBibutils)('every case is read by bibutils', () => {
	const citables = Object.values(cases);
	const { stdout } = spawnSync('ris2xml', ['-i', 'unicode', '-o', 'unicode'], {
		input: citables.map((citable) => formatRis(citable)).join('\n'),
		encoding: 'utf8',
	});
	const entries = stdout.split('<mods ').slice(1);
	expect(entries).toHaveLength(citables.length);
	citables.forEach((citable, index) => {
		const work = describeWork(citable);
		const read = (name: string) => readElements(entries[index] ?? '', name);
		const title = [...read('title').slice(0, 1), ...read('subTitle')].join(': ');
		expect(title).toBe(work.title);
		expect(read('url')).toEqual(work.address === undefined ? [] : [work.address]);
		expect(read('note')).toContain(`Medium: ${work.medium}`);
		const [author] = work.authors;
		if (author && 'family' in author) expect(read('namePart')).toContain(author.family);
	});
});

const ampersands: { [name: string]: string } = {
	'&amp;': '&',
	'&lt;': '<',
	'&gt;': '>',
	'&quot;': '"',
};

/** The texts of the elements of a name, in their order; bibutils nest none of these. */
function readElements(xml: string, name: string): string[] {
	return [...xml.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`, 'g'))].map(
		([, text = '']) => text.replace(/&\w+;/g, (sign) => ampersands[sign] ?? sign),
	);
}
