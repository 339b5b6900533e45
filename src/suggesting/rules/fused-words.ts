import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'fused-words',
	label: 'Words run together',
	looksFor:
		'A word that begins small, has a capital inside and is no known name, and a word that runs into a copyright sign.',
	why: 'Elements of a page that stand on lines of their own lose the break between them when the page is scraped.',
	examples: [
		{ text: 'Archive photoMayor opens bridge', marks: ['photoMayor'] },
		{ text: 'He uses an iPhone and PowerPoint in a McDonald restaurant.', marks: [] },
	],
	type: 'capture/fused-caption',
	severity: 'minor',
	message: 'Two elements of the page run into each other.',
	concerns: 'text',
	find: (context) => {
		const known = new Set(
			context.names.flatMap(({ names }) => names.flatMap((name) => name.split(/[^\p{L}]+/u))),
		);
		return flagPattern(
			context,
			/(?<!\p{L})(?:\p{L}*\p{Ll}{3,}©|\p{Ll}{4,}\p{Lu}\p{Ll}{2,}\p{L}*)/dgu,
			([word]) => (known.has(word) || known.has(word.replace(/s$/, '')) ? undefined : {}),
		);
	},
};
