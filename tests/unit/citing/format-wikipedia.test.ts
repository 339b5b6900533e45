import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWork, type Citable } from '../../../src/citing/citable.ts';
import { formatWikipedia } from '../../../src/citing/format-wikipedia.ts';
import { SEED } from '../generators.ts';
import { cases, sampleCitable } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

/** Read the parameters of the template, as a wiki would: apart at the bars that stand free. */
function readTemplate(text: string): { [name: string]: string } {
	const inner = /^\{\{cite (?:news|web) (.*)\}\}/s.exec(text)?.[1]?.replaceAll('{{!}}', '&#124;');
	expect(inner, text).toBeDefined();
	expect(inner).not.toMatch(/[{}[\]<>\n]|''|~~~/);
	return Object.fromEntries(
		(inner ?? '').split('|').map((part) => {
			const [name = '', ...value] = part.split('=');
			return [name, decode(value.join('=').trim())];
		}),
	);
}

const names: { [name: string]: string } = { amp: '&', lt: '<', gt: '>' };

function decode(text: string): string {
	return text.replace(/&(?:#(\d+)|(\w+));/g, (sign, code?: string, name?: string) =>
		code === undefined ? (names[name ?? ''] ?? sign) : String.fromCodePoint(Number(code)),
	);
}

test.for(Object.entries(cases))('%s is read back', ([, citable]) => {
	const work = describeWork(citable);
	const read = readTemplate(formatWikipedia(citable));
	expect(read).toMatchObject({ title: work.title, type: work.medium, language: 'en' });
	expect(read['url']).toBe(work.address);
	expect(read['others']).toBe(work.translator && `${work.translator} (trans.)`);
	const [author] = work.authors;
	if (author && 'name' in author) expect(read['author']).toBe(author.name);
});

test('the original’s title is given in its script, and only where that is another', () => {
	const titled = (original: string, source_language: string) =>
		formatWikipedia(
			sampleCitable({ title: { captured: 'A lock', supplied: 'x', original }, source_language }),
		);
	expect(titled('«Замок»', 'ru')).toContain('|script-title=ru:«Замок» ');
	expect(titled('Кључ', 'sr-Cyrl')).toContain('|script-title=sr:Кључ ');
	expect(titled('Un candado', 'es')).not.toContain('script-title');
	expect(titled('Замок', 'unknown')).not.toContain('script-title');
});

test.for([
	['2018-11-08', '8 November 2018'],
	['2018-11', 'November 2018'],
	['2018', '2018'],
	['2018-11~', 'c. 2018'],
	['2018-06-18/2018-06', 'c. 2018'],
	['2018-06-18/2019-06-17', '2018–2019'],
	['unknown', 'n.d.'],
] as const)('the date %s is %s', ([date, written]) => {
	const { date: read } = readTemplate(
		formatWikipedia(sampleCitable({ published: { date, evidence: 'x' } })),
	);
	expect(read).toBe(written);
});

test('a paragraph is told', () => {
	expect(formatWikipedia(cases['a paragraph'] as Citable)).toContain(' |at=para. 12 ');
});

test('what is hostile stays in its own parameter', () => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const work = describeWork(citable);
			const read = readTemplate(formatWikipedia(citable));
			expect(read).toMatchObject({
				title: work.title,
				newspaper: work.container,
				others: `${work.translator} (trans.)`,
			});
			expect([read['last1'], read['first1'], read['author2']]).toEqual(
				work.authors.flatMap((author) =>
					'name' in author ? [author.name] : [author.family, author.given],
				),
			);
		}),
		{ seed: SEED },
	);
});
