import { anyOf, flagPattern, namesOf } from '../flag-pattern.ts';
import { functionWords } from '../word-classes.ts';
import type { SuggestingContext, SuggestionRule } from '../suggestion.ts';

/** Common first names of news in Latin letters. */
const firstNames = new Set([
	'Alexander',
	'Alexei',
	'Anatoly',
	'Andrei',
	'Anna',
	'Boris',
	'Dmitry',
	'Elena',
	'Igor',
	'Ivan',
	'Kirill',
	'Maria',
	'Mikhail',
	'Nikolai',
	'Oleg',
	'Olga',
	'Pavel',
	'Peter',
	'Sergei',
	'Tatiana',
	'Viktor',
	'Vladimir',
	'Yuri',
	'Ana',
	'Carlos',
	'Jose',
	'Juan',
	'Luis',
	'Marko',
	'Pedro',
]);

function persons(context: SuggestingContext): Set<string> {
	return new Set(namesOf(context, 'person').filter((name) => name.includes(' ')));
}

export const rule: SuggestionRule = {
	id: 'title-before-name',
	label: 'An office and a name without a comma',
	looksFor: 'A description that ends in “of” and a name, with the holder’s name directly after it.',
	why: 'Case endings keep office and person apart in the source. In English the office seems to bear the person’s name.',
	examples: [
		{ text: 'The head of the port Peter Falk resigned.', marks: ['port Peter Falk'] },
		{ text: 'The head of the port, Peter Falk, resigned.', marks: [] },
	],
	type: 'linguistic/punctuation',
	severity: 'minor',
	message: 'A comma is missing between the description and the name.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?<!\p{L})of (?:the )?(?:\p{L}+ ){0,2}?(?<at>\p{L}+ \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+(?:ov|ev|in|yn|ski|sky|ko|uk|ich|ic|er|an|on|k|ez|a|o)?)(?=[ ,.])/dgu,
			({ groups }) => {
				const [office = '', ...name] = (groups?.['at'] ?? '').split(' ');
				const isPerson =
					persons(context).has(name.join(' ')) ||
					(/^\p{Ll}/u.test(office) && firstNames.has(name[0] ?? ''));
				return isPerson && !functionWords.has(office.toLowerCase()) ? {} : undefined;
			},
		),
		...flagPattern(
			context,
			new RegExp(
				`(?:statement|words|letter|speech|address) of (?<at>\\p{Lu}\\p{L}+ ${anyOf([...persons(context)])})`,
				'dgu',
			),
		),
	],
};
