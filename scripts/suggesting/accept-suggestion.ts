import { MAX_QUOTED_WORDS, noteSchema, type NoteAttributes } from '../../src/model/note.ts';
import type { Confidence } from '../../src/model/typology.ts';
import type { Suggestion } from '../../src/suggesting/suggestion.ts';
import { toCodeUnit } from '../../src/text/code-points.ts';
import { countWords } from '../../src/text/count-words.ts';
import { describeQuote } from '../../src/text/describe-quote.ts';
import type { SuggestableArticle } from './contexts.ts';
import { formatNote } from './note-element.ts';

/** What an editor changes of a suggestion while accepting it. */
export type Changes = {
	captured?: string | undefined;
	type?: string | undefined;
	severity?: string | undefined;
	confidence?: string | undefined;
	correction?: string | undefined;
	comment?: string | undefined;
};

/**
 * Turn a suggestion into the text of a note with the changes that an editor makes. Returns what stands in the
 * way instead, as a sentence, where the note would not be valid.
 */
export function acceptSuggestion(
	{ source, context }: Pick<SuggestableArticle, 'source' | 'context'>,
	suggestion: Suggestion,
	changes: Changes,
	measured: Confidence,
): { id: string; element: string } | { fault: string } {
	const paragraph = context.paragraphs[suggestion.paragraph - 1];
	if (!paragraph) return { fault: `There is no p${suggestion.paragraph}.` };
	const place = placeOf(paragraph, context.text, suggestion, changes.captured);
	if (!place)
		return {
			fault: `“${changes.captured ?? ''}” does not stand in p${suggestion.paragraph} where the suggestion does.`,
		};
	const isDistributed = source.record.value?.capture.distributed === true;
	const maxWords = isDistributed ? Infinity : MAX_QUOTED_WORDS;
	const quote = describeQuote(paragraph.text, place.start, place.end, { maxWords });
	if (countWords(quote.exact) > maxWords)
		return {
			fault: `The words marked are more than ${MAX_QUOTED_WORDS}, and this capture is not distributed. Name fewer of them: --captured "…".`,
		};
	const { exact, ...where } = quote;
	const attributes = {
		id: freeId(exact, source.commentary.written),
		p: suggestion.paragraph,
		captured: exact,
		...where,
		type: changes.type ?? suggestion.type,
		severity: changes.severity ?? suggestion.severity,
		confidence: changes.confidence ?? measured,
		...((changes.correction ?? suggestion.correction) && {
			correction: changes.correction ?? suggestion.correction,
		}),
		by: `rule ${suggestion.rule}, accepted by an editor`,
	};
	const judged = noteSchema.safeParse(attributes);
	if (!judged.success) {
		const [issue] = judged.error.issues;
		return { fault: `The note’s ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}.` };
	}
	const note: NoteAttributes = judged.data;
	const explanation = changes.comment ?? `“${exact}”: ${suggestion.message}`;
	return { id: note.id, element: formatNote(note, explanation) };
}

/** Where the note stands in its paragraph: at the suggestion, or at the changed words that overlap it. */
function placeOf(
	{ text, startCodeUnit }: { text: string; startCodeUnit: number },
	whole: string,
	suggestion: Suggestion,
	captured: string | undefined,
): { start: number; end: number } | undefined {
	const start = toCodeUnit(whole, suggestion.start) - startCodeUnit;
	const end = toCodeUnit(whole, suggestion.end) - startCodeUnit;
	if (captured === undefined) return { start, end };
	for (let at = text.indexOf(captured); at !== -1; at = text.indexOf(captured, at + 1))
		if (captured !== '' && at < end && start < at + captured.length)
			return { start: at, end: at + captured.length };
	return undefined;
}

/** Name a note for its words, other than any element of the commentary. */
function freeId(
	exact: string,
	written: readonly { attributes: { [name: string]: unknown } }[],
): string {
	const taken = new Set(written.map(({ attributes }) => attributes['id']));
	const words = exact
		.toLowerCase()
		.normalize('NFD')
		.match(/[a-z0-9]+/g);
	const base = (words ?? ['suggested']).slice(0, 5).join('-');
	for (let count = 1; ; count++) {
		const id = count === 1 ? base : `${base}-${count}`;
		if (!taken.has(id)) return id;
	}
}
