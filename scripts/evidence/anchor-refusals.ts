import { computeAnchors } from '../../src/edition/place-notes.ts';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { Anchors } from '../../src/model/anchors.ts';
import { describeAbsence, isNothingAt } from './absence.ts';
import { recordedHash, type CaptureAtHand } from './captures-at-hand.ts';
import { countOf, listOf, quoted } from './show.ts';
import { writtenNoteIds } from './written-data.ts';

/** The anchors of an article, or why they cannot be told or written; `isFault` asks the author to act. */
export type AnchorsOutcome =
	| { anchors: Anchors; reason?: undefined }
	| { anchors?: undefined; reason: string; isFault: boolean };

/** Compute an article's anchors, but from a faultless commentary and the recorded capture alone. */
export function judgeAnchors(
	article: ArticleSource,
	atHand: CaptureAtHand | undefined,
): AnchorsOutcome {
	const reason = findObstacle(article, atHand);
	if (reason !== undefined) return { reason, isFault: true };
	if (!atHand) return { reason: 'its capture is not attached', isFault: false };
	const anchors = computeAnchors(article, atHand.capture);
	const placed = new Set(anchors.notes.map(({ note }) => note));
	const lost = article.commentary.notes.filter(({ attributes }) => !placed.has(attributes.id));
	if (lost.length === 0) return { anchors };
	const names = lost.slice(0, 3).map(({ attributes }) => quoted(attributes.id));
	const shown = lost.length > 3 ? [...names, `${lost.length - 3} more`] : names;
	return {
		reason: `${countOf(lost.length, 'note')} would be left out (${listOf(shown)}): ${lost.length === 1 ? 'its quote was' : 'their quotes were'} not found exactly once`,
		isFault: true,
	};
}

function findObstacle(
	article: ArticleSource,
	atHand: CaptureAtHand | undefined,
): string | undefined {
	const { anchors, commentary } = article;
	const { fileFault } = anchors;
	// What is written there must take the place of nothing but its own former state.
	if (fileFault && (fileFault.kind !== 'absent' || !isNothingAt(anchors.path)))
		return fileFault.kind === 'absent'
			? describeAbsence(anchors.path, 'The article').replace(/\.$/, '')
			: 'anchors.json cannot be read, or lies outside the archive';
	if (!commentary.file) return 'commentary.mdx cannot be read';
	const faults = commentary.faults.length + commentary.fieldFaults.length;
	if (faults > 0) return `commentary.mdx has ${countOf(faults, 'fault')}`;
	const ids = writtenNoteIds(article);
	if (new Set(ids).size < ids.length) return 'two notes have the same id';
	if (recordedHash(article) === undefined) return 'record.yaml names no SHA-256';
	if (atHand?.isRecorded === false)
		return 'the bytes of the capture at hand are not those that the record names';
	return undefined;
}
