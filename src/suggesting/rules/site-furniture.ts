import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'site-furniture',
	label: 'Words of the page, not of the article',
	looksFor:
		'Copyright lines of pictures, and what pages say to their visitors: share, subscribe, follow, read more, updated so long ago.',
	why: 'What surrounds an article is scraped with it and then read, translated and quoted as part of it.',
	examples: [
		{ text: 'Subscribe to our newsletter', marks: ['Subscribe to our newsletter'] },
		{ text: 'Updated 3 days ago', marks: ['Updated 3 days ago'] },
		{ text: '© Agency / A. Smith', marks: ['© Agency'] },
	],
	type: 'capture/site-furniture',
	severity: 'minor',
	message: 'This belongs to the page, not to the article.',
	concerns: 'text',
	find: (context) => [
		...flagPattern(context, /© \p{L}+(?: \p{Lu}\p{L}+)*/dgu),
		...flagPattern(
			context,
			/(?<!\p{L})(?:Updated|Posted|Published) \d+ (?:minute|hour|day|week|month|year)s? ago/dgu,
		),
		...flagPattern(
			context,
			/(?<=^|[.!?»”] ?)(?:Subscribe to|Sign up for|Follow us on|Share this|Read more|Read also|Click here|Leave a comment|Like us)(?: \p{L}+){0,4}!?/dgu,
		),
	],
};
