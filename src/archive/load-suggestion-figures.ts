import { getCollection } from 'astro:content';
import type { SuggestionFigures } from '../model/suggestion-figures.ts';

/** Load how the rules did on each article when they were last measured, by number; none where they never were. */
export async function loadSuggestionFigures(): Promise<SuggestionFigures[]> {
	const entries = await getCollection('suggestionFigures');
	return entries.map(({ data }) => data.figures).sort((a, b) => a.article - b.article);
}
