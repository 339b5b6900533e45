import type { Note } from '../model/article.ts';

/** What a note takes beside its words, in letters: its facts, the way on, the space around it. */
const LETTERS_PER_NOTE = 190;
const LETTERS_PER_FOLDED_NOTE = 150;
/** A text is set larger than its notes. */
const LETTERS_PER_LETTER_OF_TEXT = 1.7;

/**
 * Estimate the room that a paragraph takes with its notes, in letters of the size of notes. The style sheet
 * makes a height of it on a phone, where a browser then need not lay out a paragraph before it is near. Too much does no harm; with too little, what is not yet drawn reaches into what follows.
 */
export function estimateRoom(text: string, notes: readonly Note[]): number {
	const letters = notes.map(({ exact, correction, severity, commentHtml, original }) => {
		const lemma = exact.length + (correction?.length ?? 0);
		if (severity === 'minor') return lemma + LETTERS_PER_FOLDED_NOTE;
		const why = commentHtml.replace(/<[^>]*>/g, '').length;
		return lemma + why + (original?.length ?? 0) + LETTERS_PER_NOTE;
	});
	return Math.ceil(
		letters.reduce((sum, one) => sum + one, text.length * LETTERS_PER_LETTER_OF_TEXT),
	);
}
