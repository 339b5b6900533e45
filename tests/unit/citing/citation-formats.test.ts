import { expect, test } from 'vitest';
import type { Citable } from '../../../src/citing/citable.ts';
import { citationFiles } from '../../../src/citing/citation-formats.ts';
import { cases, citationStyles } from './citables.ts';

test('the styles stand in the order of a page, each once', () => {
	expect(citationStyles.map(({ id }) => id)).toEqual([
		'apa',
		'mla',
		'chicago-notes',
		'chicago-author-date',
		'gost-r-7.0.100-2018',
		'gost-r-7.0.5-2008',
		'plain',
		'wikipedia',
	]);
});

test('the files have names that an address can hold', () => {
	expect(citationFiles.map(({ name }) => name)).toEqual([
		'cite.ris',
		'cite.bib',
		'cite.bibtex.bib',
		'cite.csl.json',
	]);
});

const formats: [id: string, format: (citable: Citable) => string][] = [
	...citationStyles.map(({ id, format }): [string, (citable: Citable) => string] => [
		id,
		(citable) => format(citable).reference,
	]),
	...citationFiles.map(({ name, format }): [string, (citable: Citable) => string] => [
		name,
		format,
	]),
];
const machine = /machine translation|машинный перевод|маш\. пер\.|машинному переводу/i;

test.for(formats)('a citation as %s says by itself that a machine translated', ([, format]) => {
	for (const [name, citable] of Object.entries(cases)) {
		const isNative = name === 'written in English';
		expect(machine.test(format(citable)), name).toBe(!isNative);
	}
});

test.for(formats)('a citation as %s prints no address while there is none', ([, format]) => {
	for (const name of ['no public address', 'a note, no public address']) {
		expect(format(cases[name] as Citable)).not.toMatch(/https?:|example\.org/);
	}
});

test.for(citationStyles.filter(({ language }) => language === 'en').map(({ id }) => id))(
	'a citation in %s says that the archive has no address yet',
	(id) => {
		const style = citationStyles.find((one) => one.id === id);
		expect(style?.format(cases['no public address'] as Citable).reference).toMatch(
			/The archive has no public address yet; path \/a\/7\/v1\/#p12\.$/,
		);
	},
);

// Each case of `citables.ts` in each format, in a file to be read; `vitest -u` writes them.

test.for(citationStyles.map(({ id }) => id))('every case in the style %s', async (id) => {
	const style = citationStyles.find((one) => one.id === id);
	const written = Object.entries(cases).map(([name, citable]) => {
		const { reference, referenceHtml, inText } = style?.format(citable) ?? { reference: '' };
		return [`== ${name}`, reference, referenceHtml, inText]
			.filter((part) => part !== undefined)
			.join('\n');
	});
	await expect(`${written.join('\n\n')}\n`).toMatchFileSnapshot(`golden/${id}.txt`);
});

test.for(citationFiles.map(({ name }) => name))('every case in the file %s', async (name) => {
	const file = citationFiles.find((one) => one.name === name);
	const written = Object.entries(cases).map(
		([title, citable]) => `== ${title}\n${file?.format(citable) ?? ''}`,
	);
	await expect(written.join('\n')).toMatchFileSnapshot(`golden/${name}.txt`);
});
