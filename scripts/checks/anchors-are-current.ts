import { compareAnchors, computeAnchors } from '../../src/edition/place-notes.ts';
import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import type { Anchors } from '../../src/model/anchors.ts';
import { MAX_QUOTED_WORDS, type NoteAttributes } from '../../src/model/note.ts';
import type { Problem } from '../../src/model/problem.ts';
import { countWords } from '../../src/text/count-words.ts';
import { describeAbsence, isNothingAt } from '../evidence/absence.ts';
import { findCapture, isDistributed, recordedHash } from '../evidence/captures-at-hand.ts';
import { quoted } from '../evidence/show.ts';
import { isCommentaryRead, writtenNoteIds } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

const MAX_DIFFERENCES = 10;

/** What differs, as evidence. */
type Differences = { value: string; where?: string }[];

export const rule: Rule = {
	id: 'anchors-are-current',
	states: 'anchors.json says where each note stands in the captured text as it is now.',
	checkArticle: (article, archive): Problem[] => {
		const { anchors } = article;
		const atHand = findCapture(archive, article);
		// Against a capture that was altered nothing can be said; capture-matches-record reports it.
		if (atHand?.isRecorded === false || !isCommentaryRead(article)) return [];
		const isAbsent = anchors.fileFault?.kind === 'absent';
		const differences = isAbsent ? [] : findDifferences(article, atHand?.capture);
		if (differences.length === 0 && !isAbsent) return [];
		return [
			{
				rule: rule.id,
				file: anchors.path,
				line: 1,
				column: 1,
				message: isAbsent
					? describeAbsence(anchors.path, 'The article')
					: 'anchors.json is not current.',
				evidence: differences
					.slice(0, MAX_DIFFERENCES)
					.map((row) => ({ label: 'differs', ...row })),
				hint: atHand
					? `${isAbsent && !isNothingAt(anchors.path) ? 'Remove it, then run' : 'Run'}: npm run anchors`
					: 'Attach the capture (content/captures or CALQUE_CAPTURES), then run: npm run anchors',
			},
		];
	},
};

function findDifferences(article: ArticleSource, capture: CaptureSource | undefined): Differences {
	const { fileFault, value } = article.anchors;
	if (fileFault) return [];
	if (!value) return [{ value: 'it is not in the form that npm run anchors writes' }];
	const disorder = listDisorder(article, value);
	if (disorder.length > 0) return disorder;
	return capture
		? compareWithCapture(article, value, capture)
		: compareWithCommentary(article, value);
}

/** List what can be in no anchors of any text: rows twice or out of order, and places that overlap or lie outside. */
function listDisorder(
	article: ArticleSource,
	{ notes, paragraphs, sentences, length }: Anchors,
): Differences {
	// Two notes of one name in the commentary are reported there.
	const repeated = listRepeatedIds(article);
	const seen = new Set<string>();
	const twice = notes.filter(
		({ note }) => seen.size === seen.add(note).size && !repeated.has(note),
	);
	const misplaced = paragraphs.findIndex(
		([start, end], index) =>
			start >= end || start <= (paragraphs[index - 1]?.[1] ?? -1) || end > length,
	);
	const misplacedSentence = sentences.findIndex(
		([start, end], index) =>
			start >= end ||
			start < (sentences[index - 1]?.[1] ?? 0) ||
			!paragraphs.some(([from, to]) => start >= from && end <= to),
	);
	const outside = notes.filter(({ start, end }) => start >= end || end > length);
	const disordered = notes.find((anchor, index) => {
		const before = notes[index - 1];
		return before !== undefined && compareAnchors(before, anchor) > 0;
	});
	return [
		...twice.map(({ note }) => ({ value: `note ${quoted(note)} is in it twice` })),
		...(misplaced === -1
			? []
			: [
					{ value: `paragraph ${misplaced + 1} does not follow the one before it within the text` },
				]),
		...(misplacedSentence === -1 || misplaced !== -1
			? []
			: [
					{
						value: `sentence ${misplacedSentence + 1} does not follow the one before it within a paragraph`,
					},
				]),
		...outside.map(({ note }) => ({
			value: `note ${quoted(note)} ends before it begins or after the text`,
		})),
		...(disordered
			? [{ value: `note ${quoted(disordered.note)} is not in the order of the text` }]
			: []),
	];
}

function compareWithCapture(
	article: ArticleSource,
	written: Anchors,
	capture: CaptureSource,
): Differences {
	const computed = computeAnchors(article, capture);
	if (written.capture_sha256 !== computed.capture_sha256)
		return [{ value: 'it was made from another capture' }];
	for (const field of ['length', 'words', 'paragraphs', 'sentences'] as const)
		if (!areSame(written[field], computed[field]))
			return [{ value: `\`${field}\` of the captured text` }];
	// A note that has a fault of its own has no place yet; it is reported for that.
	const placed = new Map(computed.notes.map((anchor) => [anchor.note, anchor]));
	const repeated = listRepeatedIds(article);
	const isWhole = repeated.size === 0 && computed.notes.length === countNotes(article);
	const kept = written.notes.filter(
		({ note }) => (isWhole || placed.has(note)) && !repeated.has(note),
	);
	const wanted = computed.notes.filter(({ note }) => !repeated.has(note));
	const differences = [
		...listExtra(kept, wanted),
		...listMissing(kept, wanted),
		...kept
			.filter((anchor) => placed.has(anchor.note) && !areSame(anchor, placed.get(anchor.note)))
			.map(({ note }) => ({ value: `the place of note ${quoted(note)}` })),
	];
	if (differences.length > 0 || areSame(kept, wanted)) return differences;
	return [{ value: 'the order of the notes' }];
}

/** Compare what can be compared without the capture. */
function compareWithCommentary(article: ArticleSource, anchors: Anchors): Differences {
	const { commentary } = article;
	const hash = recordedHash(article);
	if (hash !== undefined && hash !== anchors.capture_sha256)
		return [{ value: 'it was made from another capture than the record names' }];
	const isWhole =
		commentary.notes.length === countNotes(article) && listRepeatedIds(article).size === 0;
	const wanted = commentary.notes.map(({ attributes }) => ({ note: attributes.id }));
	const moved = commentary.notes.filter(({ attributes }) => isMoved(attributes, anchors));
	const isLimited = isDistributed(article) === false;
	const long = anchors.notes.filter(
		({ exact, prefix, suffix }) =>
			isLimited && prefix + suffix !== '' && countWords(prefix + exact + suffix) > MAX_QUOTED_WORDS,
	);
	return [
		...(isWhole ? listExtra(anchors.notes, wanted) : []),
		...listMissing(anchors.notes, wanted),
		...moved.map(({ attributes, at }) => ({
			value: `note ${quoted(attributes.id)} quotes other words or another paragraph than it did`,
			where: `${commentary.path}:${at('captured').line}`,
		})),
		...long.map(({ note }) => ({
			value: `note ${quoted(note)} repeats more than ${MAX_QUOTED_WORDS} words of the captured text`,
		})),
	];
}

/** Say whether a note's quote cannot stand where its anchor is. */
function isMoved({ id, p, captured }: NoteAttributes, { notes, paragraphs }: Anchors): boolean {
	const anchor = notes.find(({ note }) => note === id);
	const [start, end] = paragraphs[p - 1] ?? [0, -1];
	if (!anchor) return false;
	return anchor.exact !== captured || anchor.start < start || anchor.end > end;
}

type Named = { note: string };

function listExtra(kept: readonly Named[], wanted: readonly Named[]): Differences {
	return listLacking(kept, wanted).map((note) => ({
		value: `note ${quoted(note)} is not in the commentary`,
	}));
}

function listMissing(kept: readonly Named[], wanted: readonly Named[]): Differences {
	return listLacking(wanted, kept).map((note) => ({ value: `note ${quoted(note)} is not in it` }));
}

/** List the notes that are in one list and not in the other. */
function listLacking(some: readonly Named[], others: readonly Named[]): string[] {
	const known = new Set(others.map(({ note }) => note));
	return some.flatMap(({ note }) => (known.has(note) ? [] : [note]));
}

function countNotes({ commentary }: ArticleSource): number {
	return commentary.written.filter(({ element }) => element === 'Note').length;
}

function listRepeatedIds(article: ArticleSource): Set<string> {
	const seen = new Set<string>();
	return new Set(writtenNoteIds(article).filter((id) => seen.size === seen.add(id).size));
}

function areSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(a) === JSON.stringify(b);
}
