import { parse } from '@retorquere/bibtex-parser';
import { tidy } from 'bibtex-tidy';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWork, type Citable } from '../../../src/citing/citable.ts';
import { formatBiblatex, formatBibtex } from '../../../src/citing/format-bibtex.ts';
import { SEED } from '../generators.ts';
import { cases } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

type Parsed = { [field: string]: string | { [part: string]: string }[] };

/** Read an entry as a stranger would, and say what is wrong with it. */
function readEntry(text: string) {
	const library = parse(text, { sentenceCase: false, caseProtection: false });
	const [entry] = library.entries;
	// The parser has a grave accent of its own for `\textasciigrave`.
	const fields = JSON.parse(
		JSON.stringify(entry?.fields ?? {}).replaceAll('\u02cb', '`'),
	) as Parsed;
	return {
		faults: [...library.errors, ...tidy(text).warnings],
		count: library.entries.length,
		type: entry?.type,
		key: entry?.key,
		fields,
	};
}

/** The names that were read; “the” of “the Northern” is one that BibTeX sorts apart. */
const authorsIn = ({ author = [] }: Parsed) =>
	typeof author === 'string'
		? author
		: author.map(({ prefix, lastName, ...rest }) => ({
				...rest,
				...(lastName === undefined
					? {}
					: { lastName: [prefix, lastName].filter((part) => part).join(' ') }),
			}));

const namesOf = (citable: Citable) =>
	describeWork(citable).authors.map((author) =>
		'name' in author
			? { name: author.name }
			: {
					lastName: author.family,
					...(author.given === undefined ? {} : { firstName: author.given }),
				},
	);

test.for(Object.entries(cases))('BibLaTeX of %s is read back', ([, citable]) => {
	const work = describeWork(citable);
	const entry = readEntry(formatBiblatex(citable));
	expect(entry.faults).toEqual([]);
	expect(entry).toMatchObject({
		count: 1,
		key: work.key,
		type: work.kind === 'note' ? 'online' : 'article',
	});
	const { title, translator, origtitle, url, version, langid } = entry.fields;
	expect(authorsIn(entry.fields)).toEqual(namesOf(citable));
	expect(title).toBe(work.title);
	expect(translator).toEqual(work.translator && [{ name: work.translator }]);
	expect(origtitle).toBe(work.originalTitle);
	expect(url).toBe(work.address);
	expect({ version, langid }).toEqual({ version: String(work.revision.number), langid: 'english' });
});

test.for(Object.entries(cases))('BibTeX of %s is read back', ([, citable]) => {
	const work = describeWork(citable);
	const entry = readEntry(formatBibtex(citable));
	expect(entry.faults).toEqual([]);
	expect(entry).toMatchObject({ count: 1, key: work.key });
	expect(authorsIn(entry.fields)).toEqual(namesOf(citable));
	expect(entry.fields['title']).toBe(work.title);
	expect(entry.fields['note']).toContain(work.medium);
	if (work.translator !== undefined) expect(entry.fields['note']).toContain(work.translator);
	expect(JSON.stringify(entry.fields['howpublished'] ?? '')).toContain(work.address ?? '');
});

test('no address is written while the archive has none', () => {
	const citable = cases['no public address'] as Citable;
	expect(formatBiblatex(citable) + formatBibtex(citable)).not.toMatch(/url|http/);
});

test('what is hostile is read back as it was', () => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const work = describeWork(citable);
			const biblatex = readEntry(formatBiblatex(citable));
			expect(biblatex.faults).toEqual([]);
			expect(biblatex).toMatchObject({ count: 1, key: work.key });
			const { title, translator, origtitle, journaltitle } = biblatex.fields;
			expect(title).toBe(work.title);
			expect(origtitle).toBe(work.originalTitle);
			expect(journaltitle).toBe(work.container);
			expect(translator).toEqual([{ name: work.translator }]);
			expect(authorsIn(biblatex.fields)).toEqual(namesOf(citable));
			const bibtex = readEntry(formatBibtex(citable));
			expect(bibtex.faults).toEqual([]);
			expect(bibtex.fields['title']).toBe(work.title);
			expect(authorsIn(bibtex.fields)).toEqual(namesOf(citable));
		}),
		{ seed: SEED, numRuns: 150 },
	);
});
