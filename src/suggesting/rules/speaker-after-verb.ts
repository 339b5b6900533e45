import { anyOf, flagPattern } from '../flag-pattern.ts';
import { offices, saidVerbs } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'speaker-after-verb',
	label: 'A subject left behind its verb',
	looksFor: 'A verb of saying with its hearer before a speaker who is described at length.',
	why: 'The source puts what is new at the end, the speaker included. Kept in that order, the speaker looks like a hearer.',
	examples: [
		{ text: 'It will rain, told the press the director.', marks: ['told the press the director'] },
		{ text: 'He told the press the truth.', marks: [] },
	],
	type: 'linguistic/word-order',
	severity: 'minor',
	message: 'The subject comes before its verb in English.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			new RegExp(
				`(?<=, |^)(?:told|informed|assured|warned) (?:the )?\\p{Ll}+ the (?:${anyOf(offices)}|\\p{Lu}\\p{Ll}+)`,
				'dgu',
			),
		),
		...flagPattern(
			context,
			new RegExp(
				`(?<=[»”] )${anyOf(saidVerbs)} the \\p{Lu}\\p{Ll}+(?: of(?: the)? \\p{L}+)?`,
				'dgu',
			),
		),
	],
};
