import { expect, test } from 'vitest';
import type { Citable } from '../../../src/citing/citable.ts';
import { formatCitation, formatShortCitation } from '../../../src/citing/format-citation.ts';
import { titleOf } from '../../../src/model/article.ts';
import { sampleArchive, sampleOutlet, sampleRecord } from '../samples.ts';

const citable = {
	outlet: sampleOutlet,
	originalOutlet: undefined,
	archive: { ...sampleArchive, site: 'https://example.org/calque' },
};
const cite = (fields: Partial<Citable['record']>, rest: Partial<Citable> = {}) => {
	const record = { ...sampleRecord, ...fields };
	return formatCitation({ ...citable, record, title: titleOf(record), ...rest });
};

test('a translation is cited with what is known of who made it', () => {
	expect(cite({})).toMatchInlineSnapshot(
		`"“Watchdog locks the messenger”. Daily Mirror Site. 8 November 2018. Machine translation from Russian (engine unknown). Calque, no. 7, revision 1 (22 November 2026). https://example.org/calque/a/7/v1/."`,
	);
	expect(cite({ engine: { ...sampleRecord.engine, name: 'Google Translate' } })).toContain(
		'Machine translation from Russian (Google Translate).',
	);
	expect(cite({ source_language: 'unknown' })).toContain('Machine translation (engine unknown).');
});

test('a text that may be a translation is cited as possibly one', () => {
	expect(cite({ verdict: 'unclear', source_language: 'sr-Latn' })).toContain(
		'Possibly a machine translation from Serbian (Latin) (engine unknown).',
	);
});

test('a text written in English is not cited as a translation', () => {
	const citation = cite({ verdict: 'native', source_language: 'en' });
	expect(citation).toContain('Original in English.');
	expect(citation).not.toMatch(/translation/i);
});

test('an article without a headline is cited by ours, in square brackets and unquoted', () => {
	expect(cite({ title: { captured: 'none', supplied: 'A regulator blocks' } })).toMatch(
		/^\[A regulator blocks\]\. /,
	);
});

test('a headline is cited as it was printed, dots and all', () => {
	expect(cite({ title: { captured: 'Wait... what..', supplied: 'x' } })).toMatch(
		/^“Wait\.\.\. what\.\.”\. /,
	);
});

test('a name that ends with a full stop is not followed by a second', () => {
	expect(cite({}, { outlet: { ...sampleOutlet, name: 'News Inc.' } })).toContain('. News Inc. 8 ');
});

test('an outlet that the archive does not describe is cited by its id', () => {
	expect(cite({}, { outlet: undefined })).toContain('. daily-mirror-site. ');
});

test('a text without a date is undated', () => {
	expect(cite({ published: { date: 'unknown', evidence: 'x' } })).toContain('. undated. ');
	expect(cite({ published: { date: '2018-11~', evidence: 'x' } })).toContain(
		'. about November 2018. ',
	);
});

test('the newest revision is cited', () => {
	const revisions = [
		{ number: 1, date: '2026-11-22', reason: 'First entry.' },
		{ number: 2, date: '2027-01-03', reason: 'A note.' },
	];
	expect(cite({ revisions })).toContain('Calque, no. 7, revision 2 (3 January 2027).');
});

test('an archive without an address says so and prints none', () => {
	const citation = cite({}, { archive: sampleArchive });
	expect(citation).toContain('The archive has no public address yet; path /a/7/v1/.');
	expect(citation).not.toContain('http');
});

test.for(['https://example.org/calque', 'https://example.org/calque/'])(
	'the address stands under %s',
	(site) => {
		expect(cite({}, { archive: { ...sampleArchive, site } })).toContain(
			' https://example.org/calque/a/7/v1/',
		);
	},
);

test('who signed stands first', () => {
	const authors = [{ family: 'Petrov', given: 'Ivan' }, { name: 'Northern News Agency' }];
	expect(cite({ authors })).toMatch(/^Ivan Petrov, Northern News Agency\. “Watchdog/);
});

test('a paragraph is told before the archive', () => {
	expect(cite({}, { paragraph: 12 })).toMatch(
		/\. Para\. 12\. Calque, no\. 7, .*\/a\/7\/v1\/#p12\.$/,
	);
});

test('an engine is named with its version', () => {
	const engine = { ...sampleRecord.engine, name: 'Apertium', version: '3.8.3' };
	expect(cite({ engine })).toContain('Machine translation from Russian (Apertium 3.8.3).');
});

test('beside a quoted passage a few words say where it stands and what it is', () => {
	expect(formatShortCitation({ ...citable, record: sampleRecord })).toBe(
		'Daily Mirror Site, 8 November 2018, Machine translation from Russian (engine unknown); Calque, no. 7, rev. 1',
	);
});
