import type { PageFacts } from '../../../src/citing/page-facts.ts';
import { sampleArchive, sampleOutlet, sampleRecord } from '../samples.ts';

/** Pages of every kind that their metadata tell apart; the names and headlines are made up. */
export const publicArchive = {
	...sampleArchive,
	editors: 'the Calque editors, machine-assisted',
	site: 'https://example.org/calque',
};

export const sampleFacts: PageFacts = {
	record: sampleRecord,
	title: sampleRecord.title.captured,
	outlet: sampleOutlet,
	originalOutlet: undefined,
	archive: publicArchive,
};

/** Facts as changed: of the record, and of what stands beside it. */
export function factsWith(
	record: Partial<PageFacts['record']>,
	rest: Partial<PageFacts> = {},
): PageFacts {
	return { ...sampleFacts, ...rest, record: { ...sampleRecord, ...record } };
}

const gazette = { ...sampleOutlet, id: 'gazeta', name: 'Vechernyaya Gazeta', kind: 'newspaper' };
const apertium = {
	name: 'Apertium',
	version: '3.8.3',
	profile: 'rule-based (shallow transfer)',
	evidence: 'Run again.',
};
const dated = (date: string) => ({ published: { date, evidence: 'Dateline.' } });
const revisions = [
	{ number: 1, date: '2026-11-22', reason: 'First entry.' },
	{ number: 2, date: '2027-01-03', reason: 'A note was added.' },
	{ number: 3, date: '2027-02-05', reason: 'A note was mended.' },
];

export const pageCases: { [name: string]: PageFacts } = {
	'signed by a person': factsWith({ authors: [{ family: 'Petrov', given: 'Ivan' }] }),
	'signed by two people': factsWith({
		authors: [
			{ family: 'Petrov', given: 'Ivan' },
			{ family: 'Lee', given: 'Ana Maria' },
		],
	}),
	'signed by a person of one name': factsWith({ authors: [{ family: 'Petrov' }] }),
	'signed by a name': factsWith({ authors: [{ name: 'Vechernyaya Gazeta staff' }] }),
	unsigned: factsWith({}, { outlet: gazette }),
	'signed in Cyrillic': factsWith({
		authors: [{ family: 'Сидорова', given: 'Анна' }],
		title: { ...sampleRecord.title, original: 'Дума голосует о тарифе' },
	}),
	'written in English': factsWith({
		verdict: 'native',
		source_language: 'en',
		engine: { name: 'none', profile: 'none', evidence: 'None.' },
	}),
	unclear: factsWith({ verdict: 'unclear' }),
	'engine and version known': factsWith({ engine: apertium }),
	'engine of two words known': factsWith({
		engine: { name: 'Example Translate', profile: 'neural', evidence: 'A line on the page.' },
	}),
	undated: factsWith(dated('unknown')),
	'dated about a month': factsWith(dated('2018-11~')),
	'dated possibly a day': factsWith(dated('2018-11-08?')),
	'dated within an interval': factsWith(dated('2020-06-18/2020-06')),
	'day unknown': factsWith(dated('2018-11-XX')),
	'rights unlocatable, record only': factsWith({
		capture: {
			...sampleRecord.capture,
			rights: 'https://rightsstatements.org/vocab/InC-RUU/1.0/',
			display: 'record',
		},
	}),
	'without a headline': factsWith(
		{ title: { captured: 'none', supplied: 'A regulator blocks' } },
		{ title: '[A regulator blocks]' },
	),
	'outlet not described': factsWith({}, { outlet: undefined }),
	'captured from a web archive': factsWith({
		publisher: {
			...sampleRecord.publisher,
			url: 'https://web.archive.org/web/20181109000000/https://example.org/x',
		},
	}),
	'original certain': factsWith(
		{
			engine: apertium,
			title: { ...sampleRecord.title, original: 'Дума голосует о тарифе' },
			original: {
				held: true,
				outlet: 'gazeta',
				url: 'https://example.org/original',
				confidence: 'certain',
				evidence: 'Held.',
			},
		},
		{ originalOutlet: gazette },
	),
	'original likely': factsWith(
		{ original: { ...sampleRecord.original, outlet: 'gazeta', confidence: 'likely' } },
		{ originalOutlet: gazette },
	),
	'old revision': factsWith({ revisions }, { revision: 2 }),
	'newest of three revisions': factsWith({ revisions }),
	'without a public address': factsWith({}, { archive: { ...publicArchive, site: 'unset' } }),
	'with marks of HTML in the headline': factsWith(
		{},
		{ title: '"><script>alert(1)</script> & </title> \u2028 <!-- O’Neill, “x”' },
	),
};
