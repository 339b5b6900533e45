import { showExplanation } from './explanation.ts';
import { bodyOf } from './plan-change.ts';
import { digestOf } from '../../src/edition/build-article.ts';
import { placeInParagraph } from '../../src/edition/place-notes.ts';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
import type { OpenedArticle, ShownNote } from '../../src/editor/messages.ts';
import { MAX_QUOTED_WORDS } from '../../src/model/note.ts';
import { findCaptures, isDistributed } from '../evidence/captures-at-hand.ts';
import { rule as noteQuoteIsShort } from '../checks/note-quote-is-short.ts';

/** Gather what the editor must know of an article; nothing where its text or commentary is not at hand. */
export function openForEditing(
	archive: ArchiveSource,
	article: ArticleSource,
): OpenedArticle | undefined {
	const { commentary, reading } = article;
	const atHand = findCaptures(archive).get(article);
	if (!commentary.file || !atHand?.isRecorded) return undefined;
	const { capture } = atHand;
	const notes = commentary.notes.flatMap(({ attributes }): ShownNote[] => {
		const { id, p, captured: _captured, withdrawn, ...rest } = attributes;
		const place = placeInParagraph(capture, attributes);
		const written = commentary.written.find(
			({ element, attributes }) => element === 'Note' && attributes['id'] === id,
		);
		if (place.kind !== 'found' || !written) return [];
		return [
			{
				id,
				isWithdrawn: withdrawn !== undefined,
				paragraph: p,
				startCodeUnit: place.startCodeUnit,
				endCodeUnit: place.endCodeUnit,
				type: rest.type,
				severity: rest.severity,
				confidence: rest.confidence,
				by: rest.by,
				correction: rest.correction,
				original: rest.original,
				originalOccurrence: rest.originalOccurrence,
				reading: rest.reading,
				term: rest.term,
				explanation: showExplanation(bodyOf(article, written)).trim(),
			},
		];
	});
	const layers = archive.articles.flatMap((other) =>
		other.commentary.notes.map(({ attributes }) => attributes.by),
	);
	return {
		sha256: hashCapture(commentary.file.bytes),
		digest: digestOf(article),
		paragraphs: capture.paragraphs.map(({ number, text }, index) => ({
			number,
			captured: text,
			reading: reading.paragraphs[index]?.text ?? '',
		})),
		notes,
		terms: (archive.terms.value ?? []).map(({ id, source }) => ({ id, source })),
		layers: [...new Set([...notes.map(({ by }) => by), ...layers])],
		isOriginalHeld: article.original !== undefined,
		quoteLimit:
			isDistributed(article) === true
				? undefined
				: { words: MAX_QUOTED_WORDS, states: noteQuoteIsShort.states },
	};
}
