import { expect, test } from 'vitest';
import { describeSearch } from '../../../src/exchange/open-search.ts';
import { sampleArchive } from '../samples.ts';
import { hasXmllint, selectWithXmllint } from './check-xml.ts';

const archive = { ...sampleArchive, site: 'https://example.org/calque' };

test('a browser is told where to search, with the words in place of the braces', () => {
	expect(describeSearch(archive)).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="UTF-8"?>
		<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
			<ShortName>Calque</ShortName>
			<Description>An archive.</Description>
			<Url type="text/html" template="https://example.org/calque/search/?q={searchTerms}"/>
			<InputEncoding>UTF-8</InputEncoding>
			<OutputEncoding>UTF-8</OutputEncoding>
			<Language>en</Language>
		</OpenSearchDescription>
		"
	`);
});

test('without a public address there is no description', () => {
	expect(describeSearch(sampleArchive)).toBeUndefined();
});

test.skipIf(!hasXmllint)('names are no longer than allowed, and written so that XML holds', () => {
	const title = 'An <archive> & much more than sixteen characters';
	const written = describeSearch({ ...archive, title, summary: 'word '.repeat(400) }) ?? '';
	const lengthOf = (name: string) =>
		Number(selectWithXmllint(written, `string-length(//*[local-name()="${name}"])`));
	expect(lengthOf('ShortName')).toBeGreaterThan(5);
	expect(lengthOf('ShortName')).toBeLessThanOrEqual(16);
	expect(lengthOf('Description')).toBeGreaterThan(500);
	expect(lengthOf('Description')).toBeLessThanOrEqual(1024);
});
