import type { Query } from './parse-query.ts';
import { readTokens, type Token } from './read-tokens.ts';
import { stemWord } from './stem-word.ts';

/** A word as it is looked for: as folded, and by its stem where any of its forms will do. */
export type SoughtWord = {
	word: string;
	written: string;
	stem?: string | undefined;
	isBeginning: boolean;
};
/** Words that stand side by side. */
export type Sequence = SoughtWord[];

/**
 * One thing that a passage must hold: any one of the alternatives, all sequences of it. A word is one
 * alternative of one sequence; a name has one for each of its spellings.
 */
export type Need = { text: string; isPhrase: boolean; alternatives: Sequence[][] };

/** What a query asks of a passage. */
export type Plan = {
	needs: Need[];
	excluded: Need[];
	/** The same names as others write them; looked for too. */
	otherSpellings: string[];
};

/** A shorter word stands for itself and not for those that begin with it. */
const MIN_BEGINNING = 3;

/**
 * Plan what to look for. `names` are groups of spellings of one person or organisation: a name in the query, in
 * any case form, is looked for in each spelling of its group. The last word may be the beginning of a longer
 * one, as it is while it is being typed.
 */
export function planQuery(query: Query, names: readonly (readonly string[])[] = []): Plan {
	const lastWord = query.words.at(-1);
	const words = query.words.map((text) => ({
		text,
		sought: sequenceOf(text, { isInAnyForm: true, isBeginning: text === lastWord }),
	}));
	const otherSpellings: string[] = [];
	const needs: Need[] = [];
	for (let at = 0; at < words.length;) {
		const rest = words.slice(at);
		const named = findName(
			rest.map(({ sought }) => sought),
			names,
		);
		const own = rest.slice(0, named?.words ?? 1);
		const text = own.map((word) => word.text).join(' ');
		otherSpellings.push(...(named?.others ?? []));
		needs.push({
			text,
			isPhrase: false,
			alternatives: [
				own.map(({ sought }) => sought),
				...(named?.others ?? []).map((spelling) => [
					sequenceOf(spelling, { isInAnyForm: true, isBeginning: false }),
				]),
			],
		});
		at += own.length;
	}
	return {
		needs: [...needs, ...query.phrases.map((text) => needOf(text, true))],
		excluded: [
			...query.excludedWords.map((text) => needOf(text, false)),
			...query.excludedPhrases.map((text) => needOf(text, true)),
		],
		otherSpellings: [...new Set(otherSpellings)],
	};
}

function needOf(text: string, isPhrase: boolean): Need {
	const sequence = sequenceOf(text, { isInAnyForm: !isPhrase, isBeginning: false });
	return { text, isPhrase, alternatives: [[sequence]] };
}

function sequenceOf(text: string, { isInAnyForm = false, isBeginning = false }): Sequence {
	return readTokens(text).map(({ word, written }, index, { length }) => ({
		word,
		written,
		stem: isInAnyForm ? stemWord(written) : undefined,
		isBeginning: isBeginning && index === length - 1 && word.length >= MIN_BEGINNING,
	}));
}

/** Find the longest name that the words begin with, how many of the words it takes, and its other spellings. */
function findName(words: readonly Sequence[], names: readonly (readonly string[])[]) {
	let longest: { words: number; others: string[] } | undefined;
	for (const spellings of names)
		for (const spelling of spellings) {
			const taken = countTaken(words, readTokens(spelling));
			if (taken <= (longest?.words ?? 0)) continue;
			longest = { words: taken, others: spellings.filter((other) => other !== spelling) };
		}
	return longest;
}

/** Count the words at the start of `words` that are all of a name and nothing else; none if they are not. */
function countTaken(words: readonly Sequence[], name: readonly Token[]): number {
	let taken = 0;
	for (const [count, word] of words.entries()) {
		for (const sought of word) {
			const token = name[taken++];
			if (!token || !isForm({ ...sought, isBeginning: false }, token)) return 0;
		}
		if (taken === name.length) return count + 1;
	}
	return 0;
}

/** Say whether a word of a text is one that is sought, and how nearly: 1 is the word itself, 0 is not. */
export function nearness(sought: SoughtWord, token: Token): number {
	if (sought.word === token.word) return 1;
	if (sought.stem !== undefined && sought.stem === stemWord(token.written)) return 0.8;
	return sought.isBeginning && token.word.startsWith(sought.word) ? 0.4 : 0;
}

function isForm(sought: SoughtWord, token: Token): boolean {
	return nearness(sought, token) > 0;
}
