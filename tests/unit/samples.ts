import {
	plantedNotes,
	type Article,
	type ArticleEntry,
	type Note,
} from '../../src/model/article.ts';
import { coverPlaces } from '../../src/text/cover-planted.ts';
import type { Archive, Outlet } from '../../src/model/authorities.ts';
import type { Record } from '../../src/model/record.ts';

/** Whole and valid values, for tests that care about one or two of their fields. */

export const sampleRecord: Record = {
	number: 7,
	title: { captured: 'Watchdog locks the messenger', supplied: 'A regulator blocks a messenger' },
	verdict: 'machine-translated',
	verdict_confidence: 0.95,
	verdict_evidence: 'Support verbs rendered word by word.',
	source_language: 'ru',
	engine: { name: 'unknown', profile: 'statistical', evidence: 'Word order.' },
	publisher: { outlet: 'daily-mirror-site', url: 'https://example.org/x', evidence: 'The page.' },
	original: {
		held: false,
		outlet: 'unknown',
		url: 'unknown',
		confidence: 'unknown',
		evidence: 'None found.',
	},
	published: { date: '2018-11-08', evidence: 'Dateline.' },
	captured: { date: 'unknown', evidence: 'No stamp.' },
	capture: {
		sha256: 'ab'.repeat(32),
		distributed: false,
		rights: 'https://rightsstatements.org/vocab/InC/1.0/',
	},
	events: [],
	people: [],
	organisations: [],
	not_checked: 'The figures.',
	revisions: [{ number: 1, date: '2026-11-22', reason: 'First entry.' }],
};

export const sampleArchive: Archive = {
	title: 'Calque',
	summary: 'An archive.',
	editors: 'the editors',
	publisher: 'Calque',
	site: 'unset',
	licences: { code: 'MIT', commentary: 'CC-BY-4.0', reading: 'CC-BY-4.0', data: 'CC-BY-4.0' },
	example: { article: 7, note: 'lock' },
};

export const sampleOutlet: Outlet = {
	id: 'daily-mirror-site',
	name: 'Daily Mirror Site',
	host: 'example.org',
	kind: 'aggregator',
	description: 'Copies and translates.',
};

/** A note on `exact`, which begins at the code point `start` of paragraph 1. */
export function sampleNote(
	id: string,
	exact: string,
	start: number,
	rest: Partial<Note> = {},
): Note {
	return {
		id,
		ordinal: 1,
		paragraph: 1,
		start,
		end: start + Array.from(exact).length,
		exact,
		shown: exact,
		prefix: '',
		suffix: '',
		type: 'style/calque',
		severity: 'major',
		confidence: 'certain',
		by: 'first reading',
		originalPlace: undefined,
		comment: `About ${id}.`,
		commentHtml: `About ${id}.`,
		...rest,
	};
}

/** An article whose paragraphs are `captured`, apart by a line feed, with a reading version of its own. */
export function sampleArticle(captured: readonly string[], notes: Note[]): Article {
	let at = 0;
	return {
		number: 7,
		record: sampleRecord,
		isCaptureAttached: true,
		words: 100,
		paragraphs: captured.map((text, index) => {
			const start = at;
			at += Array.from(text).length + 1;
			return {
				number: index + 1,
				start,
				end: at - 1,
				captured: text,
				original: undefined,
				originalStart: 0,
				reading: `Rendering ${index + 1}.`,
			};
		}),
		sentences: [],
		length: Math.max(0, at - 1),
		readings: [],
		decisions: [],
		notes: notes.map((note) => ({
			...note,
			shown: coverPlaces(note.exact, note.start, plantedNotes(notes)),
		})),
		withdrawnNotes: [],
		quotations: [],
		points: [],
		proseHtml: '',
		restrictedWords: [],
		digest: '0123456789abcdef',
	};
}

/** The same article as lists and exports have it. */
export function sampleEntry(notes: Note[]): ArticleEntry {
	const { paragraphs, proseHtml: _proseHtml, ...rest } = sampleArticle(['One.', 'Two.'], notes);
	return {
		...rest,
		title: 'Watchdog locks the messenger',
		paragraphRanges: paragraphs.map(({ start, end }) => [start, end]),
		folder: 'articles/7-watchdog',
		kept: 'none',
		captureFile: undefined,
		frozen: {},
		frozenDigest: '',
		suppliedTitle: 'Watchdog locks the messenger',
		hasUnreleasedChanges: false,
		originalHash: undefined,
		originalUrl: rest.record.original.url,
		revisionNumbers: rest.record.revisions.map(({ number }) => number),
		noteIds: rest.notes.map(({ id }) => id),
		renderings: [],
	};
}
