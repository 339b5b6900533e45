import { anyOf, flagPattern, isQuoted } from '../flag-pattern.ts';
import { saidVerbs } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'reported-speech-tense',
	label: 'The tense of what was said',
	looksFor: 'A present or future after a verb of saying in the past.',
	why: 'The source keeps the tense of the remark itself. English steps back; where it does not, a threat reads as a forecast.',
	examples: [
		{ text: 'The mayor announced that he supports the plan.', marks: ['supports'] },
		{ text: 'The mayor said that the bridge is closed.', marks: ['is closed'] },
		{ text: 'The mayor said that he was ill.', marks: [] },
	],
	type: 'linguistic/grammar',
	severity: 'minor',
	message: 'After a verb of saying in the past English steps back in time.',
	concerns: 'translation',
	find: (context) =>
		flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})(?:${anyOf(saidVerbs)}|became known)(?: \\p{L}+){0,2}? that (?!,)(?:(?!was|were|had|would|if|”)[\\p{L}’-]+ ){1,5}?(?<at>(?:is|are|has|have|will(?: be)?|does not|do not) \\p{L}+|support(?:s)?|want(?:s)?|plan(?:s)?|intend(?:s)?|need(?:s)?|consider(?:s)?|continue(?:s)?|remain(?:s)?|refuse(?:s)?)(?=[ .,])`,
				'dgu',
			),
			({ index, 0: whole }, text) => (isQuoted(text, index) || /[«“]/.test(whole) ? undefined : {}),
		),
};
