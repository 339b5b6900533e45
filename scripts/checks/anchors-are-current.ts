import { computeAnchors } from '../../src/edition/place-notes.ts';
import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import type { Anchors } from '../../src/model/anchors.ts';
import type { NoteAttributes } from '../../src/model/note.ts';
import type { Problem } from '../../src/model/problem.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import { findCaptures, recordedHash } from '../evidence/captures-at-hand.ts';
import { quoted } from '../evidence/show.ts';
import { isCommentaryRead, writtenNoteIds } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

const MAX_DIFFERENCES = 10;

/** What differs, as evidence. */
type Differences = { value: string; where?: string }[];

export const rule: Rule = {
	id: 'anchors-are-current',
	states: 'anchors.json says where each note stands in the captured text as it is now.',
	check: (archive) =>
		archive.articles.flatMap((article): Problem[] => {
			const { anchors } = article;
			const atHand = findCaptures(archive).get(article);
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
					message: isAbsent ? 'The article has no anchors.json.' : 'anchors.json is not current.',
					evidence: differences
						.slice(0, MAX_DIFFERENCES)
						.map((row) => ({ label: 'differs', ...row })),
					hint: atHand
						? 'Run: npm run anchors'
						: 'Attach the capture (content/captures or CALQUE_CAPTURES), then run: npm run anchors',
				},
			];
		}),
};

function findDifferences(article: ArticleSource, capture: CaptureSource | undefined): Differences {
	const { fileFault, value } = article.anchors;
	if (fileFault) return [];
	if (!value) return [{ value: 'it is not in the form that npm run anchors writes' }];
	return capture
		? compareWithCapture(article, value, capture)
		: compareWithCommentary(article, value);
}

function compareWithCapture(
	article: ArticleSource,
	written: Anchors,
	capture: CaptureSource,
): Differences {
	const computed = computeAnchors(article, capture);
	if (written.capture_sha256 !== computed.capture_sha256)
		return [{ value: 'it was made from another capture' }];
	for (const field of ['length', 'words', 'paragraphs'] as const)
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
	return [
		...(isWhole ? listExtra(anchors.notes, wanted) : []),
		...listMissing(anchors.notes, wanted),
		...moved.map(({ attributes, at }) => ({
			value: `note ${quoted(attributes.id)} quotes other words or another paragraph than it did`,
			where: `${commentary.path}:${at('captured').line}`,
		})),
	];
}

/** Say whether a note's quote cannot stand where its anchor is. */
function isMoved({ id, p, captured }: NoteAttributes, { notes, paragraphs }: Anchors): boolean {
	const anchor = notes.find(({ note }) => note === id);
	const [start, end] = paragraphs[p - 1] ?? [0, -1];
	if (!anchor) return false;
	const hasLength = anchor.end - anchor.start === codePointLength(captured);
	return !hasLength || anchor.start < start || anchor.end > end;
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
