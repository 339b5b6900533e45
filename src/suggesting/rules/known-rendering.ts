import { anyOf, firstBy, flagPattern, wordsAt } from '../flag-pattern.ts';
import { functionWords } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** Function words and names are wrong in one place and right in the next. */
function isTelling(words: string): boolean {
	const parts = words.toLowerCase().match(/\p{L}+/gu) ?? [];
	const content = parts.filter((part) => !functionWords.has(part) && part.length > 3);
	return (
		content.length > 0 &&
		/^[\p{L}’' -]+$/u.test(words) &&
		!/^(?:the )?\p{Lu}/u.test(words.replace(/^\p{Lu}(?=\p{Ll}+ \p{Ll})/u, 'x')) &&
		(content.length > 1 || (content[0]?.length ?? 0) >= 8)
	);
}
export const rule: SuggestionRule = {
	id: 'known-rendering',
	label: 'A rendering known from other articles',
	looksFor:
		'Words that notes on other articles of the archive call a wrong rendering of a term of the same source language.',
	why: 'An engine that has one equivalent for a term gives it again wherever the term comes up.',
	examples: [
		{ text: 'Here is a photograph from storage.', marks: ['photograph from storage'] },
		{ text: 'Here is a file photo.', marks: [] },
	],
	type: 'terminology/wrong-term',
	severity: 'minor',
	message: 'Notes on other articles call this a wrong rendering.',
	concerns: 'translation',
	find: (context) => {
		const wrong = context.terms.flatMap(({ renderings, right }) =>
			renderings
				.filter(
					(words) =>
						isTelling(words) && !right.some((good) => good.toLowerCase() === words.toLowerCase()),
				)
				.map((words) => ({ words, right })),
		);
		const found = wrong.flatMap(({ words, right }) =>
			flagPattern(
				context,
				new RegExp(`(?<![\\p{L}\\p{N}])${anyOf([words])}s?(?![\\p{L}\\p{N}])`, 'dgiu'),
				() => ({
					message: `Notes on other articles call this a wrong rendering; there it should have been: ${right.join('; ')}.`,
				}),
			),
		);
		return firstBy(found, wordsAt(context));
	},
};
