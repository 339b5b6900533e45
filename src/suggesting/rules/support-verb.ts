import { anyOf, flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

const VERBS =
	'(?:carr(?:y|ies|ied|ying)|conduct(?:s|ed|ing)?|perform(?:s|ed|ing)?|implement(?:s|ed|ing)?|exercis(?:e|es|ed|ing)|effect(?:s|ed|ing)|execut(?:e|es|ed|ing)|provid(?:e|es|ed|ing)|realiz(?:e|es|ed|ing)|express(?:es|ed|ing)?|render(?:s|ed|ing)?|take(?:s)?|made)';
export const rule: SuggestionRule = {
	id: 'support-verb',
	label: 'An empty verb with the act as a noun',
	looksFor:
		'A verb such as carry, conduct, implement or exercise with a noun that names an act, by its ending or because notes on other articles know it as the rendering of a term.',
	why: 'Official Russian and Spanish prefer a support verb with a noun to the plain verb. Rendered in pieces, the empty verb turns into a real act.',
	examples: [
		{ text: 'The city carries a renovation of the bridge.', marks: ['carries a renovation'] },
		{ text: 'He carries a bag.', marks: [] },
	],
	type: 'style/calque',
	severity: 'minor',
	message: 'The plain verb says it in English.',
	concerns: 'translation',
	find: (context) => {
		const known = context.terms.flatMap(({ renderings }) =>
			renderings.flatMap(
				(words) => /^(?:the |a |an |to )?(\p{Ll}{4,})(?: of)?$/u.exec(words)?.[1] ?? [],
			),
		);
		const acts = [...known, 'block', 'check', 'search', 'control', 'ban', 'review', 'repair'];
		return flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})${VERBS} (?:the |a |an |this )?(?:\\p{Ll}+ )?(?:${anyOf(acts)}|\\p{Ll}+(?:ation|ment|ance|ence|sion|ition|security))(?!\\p{L})`,
				'dgu',
			),
			([words]) =>
				/(?:information|government|document|organization|foundation|nation|department)$/.test(words)
					? undefined
					: {},
		);
	},
};
