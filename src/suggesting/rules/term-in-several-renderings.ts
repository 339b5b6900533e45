import { anyOf, flagPattern, wordsAt } from '../flag-pattern.ts';
import { functionWords } from '../word-classes.ts';
import type { Finding, SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'term-in-several-renderings',
	label: 'One term in several renderings',
	looksFor:
		'A term that is rendered in two or more ways in one text, as far as the archive knows its renderings from other articles.',
	why: 'An engine chooses anew in every sentence. One thing then reads as several.',
	examples: [
		{
			text: 'Left, a stored picture; right, a photograph from storage.',
			marks: ['photograph from storage'],
		},
		{ text: 'A file photo and a file photo.', marks: [] },
	],
	type: 'terminology/inconsistent',
	severity: 'minor',
	message: 'The text renders one term in several ways.',
	concerns: 'translation',
	find: (context) =>
		context.terms.flatMap(({ renderings, right, gloss }) => {
			const ways = [
				...new Set(
					[...renderings, ...right].map((words) =>
						words.replace(/^(?:the|a|an|to) /i, '').toLowerCase(),
					),
				),
			].filter(
				(words) =>
					/^[\p{L} -]{8,}$/u.test(words) &&
					words.split(' ').some((word) => word.length > 4 && !functionWords.has(word)),
			);
			const found = ways
				.map((words) =>
					flagPattern(
						context,
						new RegExp(`(?<![\\p{L}\\p{N}-])${anyOf([words])}s?(?![\\p{L}\\p{N}-])`, 'dgiu'),
					),
				)
				.filter((places) => places.length > 0);
			if (found.length < 2) return [];
			const isRight = (place: Finding) =>
				right.some((good) => wordsAt(context)(place).startsWith(good.toLowerCase()));
			const firsts = found
				.flatMap((places) => places.slice(0, 1))
				.toSorted((a, b) => a.paragraph - b.paragraph || a.startCodeUnit - b.startCodeUnit);
			return (
				firsts.some(isRight) ? firsts.filter((place) => !isRight(place)) : firsts.slice(1)
			).map((place) => ({
				...place,
				message: `The text has ${found.length} renderings of one term (${gloss}).`,
			}));
		}),
};
