import type { SuggestionFigures } from '../../src/model/suggestion-figures.ts';
import { listSuggestions } from '../../src/suggesting/list-suggestions.ts';
import { countHits, expectByChance, mergePlaces } from '../../src/suggesting/measure-rules.ts';
import { suggestionRules } from '../../src/suggesting/suggestion-rules.ts';
import type { SuggestableArticle } from './contexts.ts';

/** The articles on which the rules were adjusted; all others show how they do elsewhere. */
const TUNED_ON = [1, 2, 4];

/** Hold what the rules suggest on each article against its notes. */
export function measureArticles(articles: readonly SuggestableArticle[]): SuggestionFigures[] {
	return articles.map(({ number, source, context, notes }) => {
		const { text } = context;
		const suggestions = listSuggestions(context);
		const places = mergePlaces(suggestions);
		const chance = expectByChance(text, places, notes);
		const isOpen = source.record.value?.capture.distributed === true;
		return {
			article: number,
			role: isOpen ? 'open' : TUNED_ON.includes(number) ? 'tuned' : 'held-out',
			together: countHits(text, places, notes),
			chanceTenths: {
				loose: Math.round(10 * chance.loose),
				strict: Math.round(10 * chance.strict),
			},
			rules: Object.fromEntries(
				suggestionRules.flatMap(({ id }) => {
					const own = suggestions.filter(({ rule }) => rule === id).map((one) => [one]);
					return own.length === 0 ? [] : [[id, countHits(text, own, notes)]];
				}),
			),
		};
	});
}

/** Write figures as the lines of content/suggestion-figures.jsonl. */
export function formatFigures(figures: readonly SuggestionFigures[]): string {
	return figures.map((row) => `${JSON.stringify(row)}\n`).join('');
}
