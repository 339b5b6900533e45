import { anyOf, flagPattern } from '../flag-pattern.ts';
import { peoplePlural } from '../word-classes.ts';
import type { SuggestionRule } from '../suggestion.ts';

export const rule: SuggestionRule = {
	id: 'verb-without-its-preposition',
	label: 'The preposition that the verb asks for',
	looksFor:
		'Verbs and nouns that English joins to what follows by one preposition, here without it or with that of the source: accuse of, call on, provide with, ban on, interview with.',
	why: 'Which case or preposition a verb governs differs between languages, and engines copy it, or lose it where the source has an ending alone.',
	examples: [
		{ text: 'They accused him in theft.', marks: ['accused him in'] },
		{ text: 'He gave an interview to the paper.', marks: ['interview to'] },
		{ text: 'It provides citizens services.', marks: ['provides citizens services'] },
		{ text: 'They accused him of theft.', marks: [] },
	],
	type: 'linguistic/function-words',
	severity: 'minor',
	message: 'English joins this to what follows by another preposition.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?<!\p{L})accus(?:e|es|ed|ing) (?:(?!of|who|that)[\p{L}]+ |of the \p{L}+ ){1,4}?(?:in|for)(?= )/dgu,
		),
		...flagPattern(
			context,
			/(?<!\p{L})(?:interview to|ban of|bans of|access of|reason of|reply on|answer on|depend(?:s|ed)? from|consist(?:s|ed)? from|differ(?:s|ed)? of|participat(?:e|es|ed|ing) (?:at|on)|solution of|responsible of|right on|demand(?:s|ed) (?:him|them|her|it) the|influence to|enter(?:s|ed)? to|discuss(?:es|ed)? about|wait(?:s|ed)? (?:him|them|her)|listen(?:s|ed)? (?:him|them)|comment(?:s|ed)? (?:the|him)|ask(?:s|ed) (?:keys|data|money|help|information|documents|permission)|married with|arriv(?:e|es|ed) to)(?!\p{L})/dgu,
		),
		...flagPattern(
			context,
			/(?<!\p{L})call(?:s|ed)(?= (?:\p{L}+ ){1,6}to (?:fulfill|comply|stop|do|make|give|take|obey|provide|help|support|vote|leave|return|respect|end|begin|observe))/dgu,
			(_, text) => (/call(?:s|ed) (?:on|for|upon)/.test(text) ? undefined : {}),
		),
		...flagPattern(
			context,
			new RegExp(
				`(?<!\\p{L})provid(?:e|es|ed|ing) (?:(?:${anyOf(peoplePlural)}|(?:\\p{Ll}+ )?services|(?:\\p{Ll}+ )?agencies) (?:[«“]|the |services|information|data))\\p{L}*`,
				'dgu',
			),
		),
		...flagPattern(context, /(?<!\p{L})obli(?:ge|ges|ged|ging) to (?:the )?\p{Ll}+s(?!\p{L})/dgu),
		...flagPattern(context, /(?<!\p{L})(?:respond|answer|react)(?:s|ed) \p{Ll}+ing(?!\p{L})/dgu),
	],
};
