import { readTokens } from './read-tokens.ts';

/**
 * A query taken apart: a passage is found if it holds every word, in any form, and every phrase, word for word,
 * and none of what is excluded.
 */
export type Query = {
	words: string[];
	phrases: string[];
	excludedWords: string[];
	excludedPhrases: string[];
};

/** Quotation marks of all kinds but single ones, which are apostrophes too. */
const QUOTATION_MARKS = /[\u201C-\u201F\u00AB\u00BB\u2039\u203A\uFF02]/gu;
/** One part of a query: a phrase or a word, either after a minus sign. A mark without its fellow is a word. */
const PART = /([-\u2212]?)"([^"]*)"|("|[^\s"]+)/gu;

/**
 * Take a query apart. Quotation marks of any kind make a phrase, a minus sign before a word or a phrase excludes
 * it. A mark without its fellow, a dash on its own and a hyphen within a word are text.
 */
export function parseQuery(text: string): Query {
	const query: Query = { words: [], phrases: [], excludedWords: [], excludedPhrases: [] };
	const plain = text.replace(QUOTATION_MARKS, '"');
	for (const { 1: minus, 2: phrase, 3: word = '', index } of plain.matchAll(PART)) {
		const isAtStart = index === 0 || /\s/u.test(plain[index - 1] ?? '');
		if (phrase !== undefined) {
			if (holdsWord(phrase))
				(minus && isAtStart ? query.excludedPhrases : query.phrases).push(phrase.trim());
		} else if (isAtStart && /^[-\u2212][\p{L}\p{N}]/u.test(word)) {
			query.excludedWords.push(word.slice(1));
		} else if (holdsWord(word)) query.words.push(word);
	}
	return query;
}

/** Say whether a query asks for anything; to exclude alone is not to ask. */
export function asksForSomething({ words, phrases }: Query): boolean {
	return words.length + phrases.length > 0;
}

function holdsWord(text: string): boolean {
	return readTokens(text).length > 0;
}
