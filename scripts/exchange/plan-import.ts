import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import { writeRatings, type RatedDocument } from '../../src/model/ratings.ts';
import { recordSchema, type Record } from '../../src/model/record.ts';

/** An article's folder as it will be written. */
export type PlannedArticle = {
	number: number;
	name: string;
	/** Of everything in it that was imported. */
	digest: string;
	files: { [name: string]: string };
};

/** What is said of a set beside its texts. */
export type SetFacts = { format: string; files: string[]; rights: string; date: string };

/** Make the folder of one document: its record, its texts and the ratings that lines cannot hold. */
export function planArticle(
	document: RatedDocument,
	number: number,
	facts: SetFacts,
): PlannedArticle {
	const { format } = facts;
	const digest = digestOf(document);
	const { ratings, capture, original } = writeRatings(document, { format, digest });
	const record = describeDocument(document, number, sha256(capture), facts);
	return {
		number,
		name: `${number}-${wordsOf(document)}`,
		digest,
		files: {
			'record.yaml': stringify(record, { lineWidth: 0 }),
			'capture.txt': capture,
			'original.txt': original,
			'ratings.jsonl': ratings,
		},
	};
}

/** Hash a document with its ratings, whatever it was read from. */
export function digestOf(document: RatedDocument): string {
	return sha256(Object.values(writeRatings(document, { format: '', digest: '' })).join('\0'));
}

function describeDocument(
	{ system, document, languages }: RatedDocument,
	number: number,
	hash: string,
	{ format, files, rights, date }: SetFacts,
): Record {
	const evidence = `imported from ${files.join(', ')} (${format})`;
	const unsaid = `Not said: ${evidence}.`;
	const language = recordSchema.shape.source_language.safeParse(languages?.source);
	return {
		number,
		title: {
			captured: 'none',
			supplied: `${printable(document) || 'A document'}, translated by ${printable(system) || 'an unknown system'}`,
		},
		verdict: 'unclear',
		verdict_confidence: 0,
		verdict_evidence: `The set names a system and does not say whether it is a machine: ${evidence}.`,
		source_language: language.success ? language.data : 'unknown',
		engine: {
			name: printable(system) || 'unknown',
			profile: 'unknown',
			evidence: `The system named in the set: ${evidence}.`,
		},
		publisher: { outlet: 'unknown', url: 'unknown', evidence: unsaid },
		original: {
			held: true,
			outlet: 'unknown',
			url: 'unknown',
			confidence: 'unknown',
			evidence: unsaid,
		},
		published: { date: 'unknown', evidence: unsaid },
		captured: { date: 'unknown', evidence: unsaid },
		capture: { sha256: hash, distributed: false, rights },
		events: [],
		people: [],
		organisations: [],
		not_checked: `Everything: texts and ratings are as ${evidence}.`,
		revisions: [{ number: 1, date, reason: 'Imported.' }],
	};
}

/** Take out of a name what cannot be shown to everyone alike; the row of the set has it as it is. */
function printable(name: string): string {
	return name.replace(/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}]/gu, ' ').trim();
}

function wordsOf({ system, document }: RatedDocument): string {
	const words = `${system} ${document}`
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-|-$/g, '');
	return words === '' ? 'document' : words;
}

function sha256(text: string): string {
	return createHash('sha256').update(text).digest('hex');
}
