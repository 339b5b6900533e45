import { firstBy, flagPattern, wordsAt } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

const serboCroatian =
	'actual|adequate|adaptation|application|concrete|eventual|fabric|gymnasium|novel|pathetic|sympathetic|provision|promotion|ordination|decade|realisation|manifestation|organ|regulative';
/** By source language; each is the English look-alike or the literal sense of a word of news and law. */
const falseFriends: { [language: string]: string } = {
	ru: 'actual|actuality|administrators?|administration of|aspirant|auditorium|cabinet of|cadres|collective|command|communal|competent organs|complexes|concrete measures|curators?|decade|deputy corps|extremal|fabric|force structures|genial|manifestations?|messengers?|normative|objects|operative|organs|perspectives?|prophylaxis|prospect|realization|realize|resources?|sorts of|special services|sympathetic|special operation|law enforcement bodies|struggling with|struggle with|archival',
	es: 'actual|alleged|assist(?:ed)? to|attend(?:ed)?|carpet|commodity|compromise|conductor|deception|demand|diffusion|direction|disgust|embarrassed|eventual|eventually|exit|formation|inversion|library|manifestation|molest|notice|organisms?|parents|policy|pretend(?:ed)?|process of|realized|sensible|sentence|success|subject|topic|ultimately',
	hr: serboCroatian,
	sr: serboCroatian,
	bs: serboCroatian,
};
export const rule: SuggestionRule = {
	id: 'false-friend',
	label: 'False friends of the newsroom',
	looksFor:
		'Words that textbooks of translation list as false friends of Russian, Spanish or Croatian words of news and law.',
	why: 'The engine takes the English word that looks or sounds alike, or the first sense of its dictionary.',
	examples: [
		{ text: 'The aspirant wrote a dissertation.', marks: ['aspirant'], language: 'ru' },
		{ text: 'The actual president resigned.', marks: ['actual'], language: 'es' },
	],
	type: 'accuracy/false-friend',
	severity: 'minor',
	message: 'The source word looks like this one and means something else.',
	concerns: 'translation',
	find: (context) => {
		const words = falseFriends[context.sourceLanguage.split('-')[0] ?? ''];
		const found = flagPattern(
			context,
			new RegExp(`(?<![\\p{L}-])(?:${words ?? '(?!)'})(?![\\p{L}-])`, 'dgiu'),
		);
		return firstBy(found, wordsAt(context));
	},
};
