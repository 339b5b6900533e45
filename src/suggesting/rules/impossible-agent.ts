import { anyOf, flagPattern } from '../flag-pattern.ts';
import { transitiveVerbs, things } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'impossible-agent',
	label: 'A doer who cannot do it',
	looksFor:
		'A thing that tries, asks or wants, and a transitive verb without its object, so that the object has been made the doer.',
	why: 'Russian says “they block X” without “they” and with X in front. An engine makes X the subject, the verb loses its object and the facts are reversed.',
	examples: [
		{ text: 'The club has been trying to close since March.', marks: ['trying to close since'] },
		{
			text: 'The bridge wants to be painted. The key asks for it.',
			marks: ['bridge wants', 'key asks'],
		},
		{ text: 'The city has been trying to close the club.', marks: [] },
	],
	type: 'accuracy/role-reversal',
	severity: 'critical',
	message: 'The verb has no object: what stands before it may be what is acted upon.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})(?:(?:has|have|had|is|was|were) (?:been )?)?(?:\\p{Ll}+ly )?(?<at>(?:tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|refus(?:e|es|ed)|want(?:s|ed)?|decid(?:e|es|ed)) to ${anyOf(transitiveVerbs)} (?:since|in|from|until|by|for|on|because|during|after))(?!\\p{L})`,
				'dgu',
			),
		),
		...flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})${anyOf(things)} (?:try|tries|tried|ask|asks|asked|want|wants|wanted|refuse|refuses|refused|demand|demands|demanded|decided|thinks|believes)(?!\\p{L})`,
				'dgu',
			),
		),
		...flagPattern(
			context,
			/(?<!\p{L})\p{Ll}+(?:tion|ment|ity) using (?:all|most|many|the)(?: \p{Ll}+){0,3}/dgu,
		),
	],
};
