import fc from 'fast-check';
import { expect, test } from 'vitest';
import { setFormats } from '../../../../src/exchange/annotated/formats.ts';
import { readSet, writeSet, type SetFormat } from '../../../../src/exchange/annotated/reading.ts';
import {
	joinRatings,
	ratingsRowSchema,
	writeRatings,
	type RatedDocument,
} from '../../../../src/model/ratings.ts';
import { codePointLength } from '../../../../src/text/code-points.ts';
import { anyText, arbitrarySet, textOf } from './arbitrary-sets.ts';

const formats = [...setFormats.values()];
const isTable = ({ name }: SetFormat) => name.endsWith('-tsv');
/** What has no place for corrections, explanations and rows that are no errors. */
const isBare = ({ name }: SetFormat) => ['mtme-jsonl', 'offset-json'].includes(name);

/** Put the notes of a set in an order of their own: each with all that it says and is of. */
function notesOf(documents: readonly RatedDocument[]): string[] {
	return documents
		.flatMap(({ system, document, segments }) =>
			segments.flatMap(({ id, source, target, ratings }) =>
				ratings.flatMap(({ rater, errors }) =>
					errors.map((error) =>
						JSON.stringify([system, document, id, source, target, rater, sortKeys(error)]),
					),
				),
			),
		)
		.sort();
}

function sortKeys(value: object): object {
	return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

test.each(formats)('what $name holds comes back from it, with nothing lost', (format) => {
	const wanted = {
		text: isTable(format) ? textOf() : anyText,
		hasWhole: format.name !== 'mtme-jsonl',
		hasOthers: !isBare(format),
		hasWords: !isBare(format) && format.name !== 'mqm-tsv',
	};
	fc.assert(
		fc.property(arbitrarySet(wanted), (documents) => {
			const { text, losses } = writeSet(format, documents);
			expect(losses).toEqual([]);
			expect(text.isWellFormed()).toBe(true);
			const read = readSet(format, text);
			expect(read.remarks.filter(({ stops }) => stops)).toEqual([]);
			expect(notesOf(read.documents)).toEqual(notesOf(documents));
		}),
		{ numRuns: 400, seed: 7 },
	);
});

test.each(formats)('what $name cannot hold is told, and nothing else is altered', (format) => {
	fc.assert(
		fc.property(
			arbitrarySet({ text: anyText, hasWhole: true, hasOthers: true, hasWords: true }),
			(documents) => {
				const { text, losses } = writeSet(format, documents);
				const back = readSet(format, text).documents;
				const kept = new Set(notesOf(documents));
				const lost = losses.reduce((sum, { count }) => sum + count, 0);
				const changed = notesOf(back).filter((note) => !kept.has(note)).length;
				expect(changed).toBeLessThanOrEqual(lost);
				if (losses.length === 0) expect(notesOf(back)).toEqual(notesOf(documents));
				// Texts come back to the letter or not at all.
				const texts = new Set(
					documents.flatMap(({ segments }) => segments.flatMap((one) => [one.source, one.target])),
				);
				for (const { segments } of back)
					for (const { source, target } of segments)
						expect(texts.has(source) && texts.has(target)).toBe(true);
			},
		),
		{ numRuns: 300, seed: 11 },
	);
});

test.each(formats)('ten thousand strings pass through $name as they are, or are told', (format) => {
	const strings = fc.sample(fc.oneof(anyText, fc.string({ unit: 'binary', maxLength: 12 })), {
		numRuns: 10_000,
		seed: 3,
	});
	const documents: RatedDocument[] = [
		{
			system: 'A',
			document: 'd',
			segments: strings.map((text, index) => {
				const length = codePointLength(text);
				const start = length === 0 ? 0 : index % length;
				return {
					id: String(index + 1),
					source: `${index}`,
					target: text,
					ratings: [
						{
							rater: 'r',
							errors: [
								{
									kind: 'error' as const,
									side: 'target' as const,
									spans: [{ side: 'target' as const, start, end: length }],
									category: 'Accuracy/Mistranslation',
									severity: 'Major',
									type: 'accuracy/mistranslation' as const,
									level: 'major' as const,
								},
							],
						},
					],
				};
			}),
		},
	];
	const { text, losses } = writeSet(format, documents);
	const back = readSet(
		format,
		new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
	);
	const lost = losses.reduce((sum, { count }) => sum + count, 0);
	const notes = notesOf(back.documents);
	const kept = new Set(notesOf(documents));
	expect(notes.filter((note) => !kept.has(note))).toEqual([]);
	expect(notes.length + lost).toBe(10_000);
	if (!isTable(format)) expect(lost).toBe(0);
});

test('the files of an article hold a document as it is', () => {
	fc.assert(
		fc.property(
			arbitrarySet({ text: anyText, hasWhole: true, hasOthers: true, hasWords: true }),
			(documents) => {
				for (const document of documents) {
					const { ratings, capture, original } = writeRatings(document, {
						format: 'f',
						digest: 'd',
					});
					const rows = ratings
						.split('\n')
						.filter(Boolean)
						.map((row) => ratingsRowSchema.parse(JSON.parse(row)));
					expect(joinRatings(rows, capture, original)).toEqual(document);
					expect(joinRatings(rows.slice(1), capture, original)).toBeUndefined();
				}
			},
		),
		{ numRuns: 200, seed: 5 },
	);
});
