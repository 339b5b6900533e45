import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import type { Citable } from '../../../src/citing/citable.ts';
import { makeCslItem } from '../../../src/citing/csl-item.ts';
import { citeByShape } from '../../../src/citing/cite-by-shape.ts';
import {
	createCaseSetter,
	createStyleFormatter,
	startStyle,
	type StyledCitation,
} from '../../../src/citing/format-styles.ts';
import { SEED } from '../generators.ts';
import { sampleOutlet } from '../samples.ts';
import { cases, citationStyles, sampleCitable, styleTexts, unsignedCitable } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

const ofCsl = citationStyles.filter(({ id }) => /^(?:apa|mla|chicago)/.test(id));
const styleOf = (id: string) => ofCsl.find((style) => style.id === id) as (typeof ofCsl)[number];

/** Letters and figures alone: a style may set capitals and quotation marks of its own. */
const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** The words of a piece of HTML. */
function textOf(html: string): string {
	type Node = { nodeName: string; value?: string; childNodes?: Node[] };
	const read = (node: Node): string => node.value ?? (node.childNodes ?? []).map(read).join('');
	return read(parseFragment(html) as unknown as Node);
}

test('the styles are those that their README names, unaltered', () => {
	const folder = new URL('../../../src/citing/styles/', import.meta.url);
	const readme = readFileSync(new URL('README.md', folder), 'utf8');
	const named = [...readme.matchAll(/`(\S+\.(?:csl|xml))`.*`([0-9a-f]{64})`/g)];
	expect(named).toHaveLength(Object.keys(styleTexts).length);
	for (const [, file = '', sum] of named) {
		const bytes = readFileSync(new URL(file, folder));
		expect(createHash('sha256').update(bytes).digest('hex'), file).toBe(sum);
	}
});

test('Chicago is the 18th edition', () => {
	expect(styleTexts.chicagoNotes).toMatch(/<title>[^<]*18th edition/);
	expect(styleTexts.chicagoAuthorDate).toMatch(/<title>[^<]*18th edition/);
});

test('a paragraph is told where the style has it', () => {
	const citable = cases['a paragraph'] as Citable;
	const inText = Object.fromEntries(ofCsl.map(({ id, format }) => [id, format(citable).inText]));
	expect(inText).toMatchObject({
		apa: '(Petrov, 2018, para. 12)',
		mla: '(Petrov, par. 12)',
		'chicago-notes': expect.stringContaining(', para. 12,') as string,
		'chicago-author-date': '(Petrov 2018, para. 12)',
	});
});

test('the name of an outlet and the words that a note quotes keep their letters', () => {
	const outlet = { ...sampleOutlet, name: 'example.com' };
	for (const { id, format } of ofCsl) {
		expect(format(sampleCitable({}, { outlet })).reference, id).toContain(' example.com');
		expect(format(cases['a note'] as Citable).reference, id).toMatch(/[“‘]carries a lock[”’]/);
	}
});

test('an article of the archive’s own names the archive once', () => {
	const outlet = { ...sampleOutlet, name: 'Calque' };
	for (const { id, format } of ofCsl) {
		const { reference } = format(sampleCitable({}, { outlet }));
		expect(reference.split('Calque'), id).toHaveLength(2);
	}
});

test('an interval is never parted into days of two years', () => {
	const citable = cases['between two days of two years'] as Citable;
	expect(styleOf('apa').format(citable).reference).toContain('(ca. 2024–2025). ');
	expect(styleOf('chicago-author-date').format(citable).reference).not.toContain('August');
	expect(styleOf('chicago-notes').format(citable).reference).toContain(
		'[August 28, 2024–August 27, 2025?]',
	);
});

test('what was asked before changes nothing', () => {
	const [first, second] = [cases['a person'], cases['two persons']] as Citable[] as [
		Citable,
		Citable,
	];
	for (const { format } of ofCsl) {
		const alone = format(first);
		format(second);
		expect(format(first)).toEqual(alone);
	}
});

test('two articles of an author and a year are not told apart by letters', () => {
	const { format } = styleOf('apa');
	format(sampleCitable());
	expect(format(sampleCitable({ number: 8 })).inText).toBe('(Petrov, 2018)');
});

test('without a paragraph none is told', () => {
	const format = createStyleFormatter({ style: styleTexts.mla, locale: styleTexts.locale });
	expect(format(makeCslItem(sampleCitable())).inText).toBe('(Petrov)');
});

test.for(ofCsl.map(({ id }) => id))('%s keeps what is hostile, and sets no markup of it', (id) => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const { reference, referenceHtml = '', inText = '' } = styleOf(id).format(citable);
			expect(lettersOf(reference)).toContain(lettersOf(citable.title));
			expect(reference + inText).not.toMatch(/[\n\ufdd0\ufdd1]/);
			expect(textOf(referenceHtml)).toBe(reference);
			expect(referenceHtml.replaceAll(/<\/?i>/g, '')).not.toMatch(/<(?!span|\/span|b>|\/b>)/);
		}),
		{ seed: SEED, numRuns: 60 },
	);
});

test('a citation put together from a shape is the one that the engine gives', () => {
	const word = fc.oneof(
		fc.constantFrom(
			'of',
			'the',
			'and',
			'a',
			'FSB',
			'iPhone',
			'Телеграм',
			'27',
			'2018',
			'ключи',
			'x',
			'Über',
		),
		fc.stringMatching(/^[a-z]{1,9}$/),
		fc.stringMatching(/^[A-Z][a-z]{1,9}$/),
	);
	const mark = fc.constantFrom(
		...[' ', ' ', ' ', ' ', ', ', ': ', '. ', '? ', '! ', ' – ', '—', '-', '; '],
	);
	const plain = fc.array(fc.tuple(word, mark), { minLength: 1, maxLength: 9 }).map((pairs) =>
		pairs
			.map(([one, after]) => one + after)
			.join('')
			.trim(),
	);
	const quoted = fc.tuple(plain, plain, plain).map(([a, b, c]) => `${a} “${b}” ${c} (${b})`);
	const titles = fc.oneof(
		plain,
		plain,
		quoted,
		plain.map((text) => `${text}?`),
		plain.map((text) => `${text}…`),
	);
	const dates = fc.constantFrom(
		'2018-04-27',
		'2027-05-03',
		'1927-05-22',
		'2018-04-13',
		'2019-11',
		'2020',
		'2020-06-19~',
		'2018-01-02/2018-01-05',
		'unknown',
		'1999?',
	);
	const texts = Object.entries(styleTexts).filter(([name]) => name !== 'locale');
	for (const [name, style] of texts) {
		const { cite } = startStyle({ style, locale: styleTexts.locale });
		const byShape = createStyleFormatter({ style, locale: styleTexts.locale });
		fc.assert(
			fc.property(
				titles,
				fc.option(titles, { nil: undefined }),
				dates,
				fc.constantFrom('Kanal 27', 'example.com', 'News of the World', 'The Sun, daily', 'A & B'),
				fc.constantFrom('unset', 'https://example.org/', 'https://example.org/~me/archive/'),
				fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined }),
				fc.option(fc.tuple(titles, fc.integer({ min: 1, max: 40 })), { nil: undefined }),
				fc.constantFrom('a person', 'an agency', 'nobody'),
				(title, original, date, outlet, site, paragraph, note, signed) => {
					const sample = cases['a note'] as Citable;
					const make = signed === 'nobody' ? unsignedCitable : sampleCitable;
					const citable = make(
						{
							title: { captured: title, supplied: title, ...(original && { original }) },
							published: { date, evidence: 'It says so.' },
							...(signed === 'an agency' && { authors: [{ name: 'TASS' }] }),
						},
						{
							title,
							outlet: { ...sampleOutlet, name: outlet },
							archive: { ...sample.archive, site },
							...(note
								? {
										note: {
											...(sample.note as NonNullable<Citable['note']>),
											shown: note[0],
											ordinal: note[1],
										},
									}
								: paragraph !== undefined && { paragraph }),
						},
					);
					const asked = [
						makeCslItem(citable),
						{ paragraph: note ? undefined : paragraph },
					] as const;
					expect(byShape(...asked), name).toEqual(cite(...asked));
				},
			),
			{ seed: SEED, numRuns: 100 },
		);
	}
}, 120_000);

test('the engine is asked once for all citations of a shape', () => {
	const { cite, setCase } = startStyle({ style: styleTexts.mla, locale: styleTexts.locale });
	let asked = 0;
	const byShape = citeByShape({
		cite: (...item) => {
			asked++;
			return cite(...item);
		},
		setCase,
	});
	const references = ['Keys of the FSB', 'Lock and key', 'A ban'].map((title, index) => {
		const dated = { published: { date: `201${index}-04-0${index + 1}`, evidence: 'Dateline.' } };
		return byShape(makeCslItem(sampleCitable(dated, { title })), undefined).reference;
	});
	expect(references).toEqual([
		expect.stringMatching(/“Keys of the FSB\.” .*, 1 Apr\. 2010/) as string,
		expect.stringMatching(/“Lock and Key\.” .*, 2 Apr\. 2011/) as string,
		expect.stringMatching(/“A Ban\.” .*, 3 Apr\. 2012/) as string,
	]);
	expect(asked).toBe(1);
});

test('what was answered before is answered without the engine, to the letter', () => {
	for (const [name, style] of Object.entries(styleTexts)) {
		if (name === 'locale') continue;
		const answers = new Map<string, StyledCitation>();
		const first = createStyleFormatter({ style, locale: styleTexts.locale }, answers);
		const asked = Object.values(cases).map((citable) => makeCslItem(citable as Citable));
		const cited = asked.map((item) => first(item, { paragraph: undefined }));
		expect(answers.size).toBeGreaterThan(2);
		const copied = JSON.parse(JSON.stringify([...answers])) as [string, StyledCitation][];
		// A style that cannot be started.
		const again = createStyleFormatter({ style: '', locale: styleTexts.locale }, new Map(copied));
		expect(asked.map((item) => again(item, { paragraph: undefined }))).toEqual(cited);
		expect(() => again({ ...makeCslItem(sampleCitable()), title: 'Ƣ…' })).toThrow();
	}
});

test('a title gets the capitals that each style gives it, without a style', () => {
	const own = createCaseSetter(styleTexts.locale);
	const styles = Object.entries(styleTexts).filter(([name]) => name !== 'locale');
	for (const [name, style] of styles) {
		const { setCase } = startStyle({ style, locale: styleTexts.locale });
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 9 }), (odd, plain) => {
				for (const title of [odd, plain, `${plain}: ${odd}`, `The ${plain} of the ${odd}`])
					for (const textCase of ['title', 'capitalize-first'] as const)
						expect(own(title, textCase), name).toBe(setCase(title, textCase));
			}),
			{ seed: SEED, numRuns: 200 },
		);
	}
});
