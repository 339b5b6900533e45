import { flagPattern } from '../flag-pattern.ts';
import type { SuggestionRule } from '../suggestion.ts';

/** Words that English has taken over with their accents. */
const lentToEnglish = new Set([
	'café',
	'cafés',
	'née',
	'résumé',
	'cliché',
	'clichés',
	'fiancé',
	'fiancée',
	'señor',
	'señora',
	'piñata',
	'jalapeño',
	'exposé',
	'protégé',
	'décor',
	'communiqué',
]);

/** Endings of words, by language, that English words hardly have. */
const endings: { [language: string]: string } = {
	es: 'aron|ieron|ábamos|aban|iendo|ando|ción|dades|arlos|erlos|irlos|arlas|erlas|ándose|iéndose|uelo',
	slavic:
		'aje|uje|uju|aju|alo|ilo|ila|ovao|avao|ovalo|avalo|telj|telja|telje|anje|enje|anja|enja|stvo|stva|nost|nosti|skog|ske|skih|skom|ati|iti',
};
/** Small words, by language, that are no English words. */
const particles: { [language: string]: string } = {
	es: 'se|el|los|las|del|que|por|para|con|una|unos|pero|muy|como|esta|este',
	slavic:
		'se|je|su|ju|ih|mu|joj|na|od|iz|za|koji|koja|koje|nije|ili|ali|što|kako|bio|bila|bilo|će|li',
};
const slavic = new Set(['hr', 'sr', 'bs', 'sh', 'sl', 'mk', 'cs', 'sk', 'pl', 'bg']);

function languageGroup(tag: string): string {
	const language = tag.split('-')[0] ?? '';
	return slavic.has(language) ? 'slavic' : language;
}

function endingsOf(tag: string): string {
	return endings[languageGroup(tag)] ?? '(?!)';
}

function particlesOf(tag: string): string {
	return particles[languageGroup(tag)] ?? '(?!)';
}

export const rule: SuggestionRule = {
	id: 'words-left-untranslated',
	label: 'Words left untranslated',
	looksFor:
		'Words in another alphabet, lower-case words with letters that English lacks, and small words or verb endings of Spanish and of the Slavic languages written in Latin letters.',
	why: 'A word that is not in the engine’s dictionary is passed through as it stands, and so are particles that it takes for names.',
	examples: [
		{ text: 'The mayor odlučio to close the bridge.', marks: ['odlučio'], language: 'hr' },
		{ text: 'They se met in the park.', marks: ['se'], language: 'hr' },
		{ text: 'Owners abandonaron the house.', marks: ['abandonaron'], language: 'es' },
		{ text: 'A café stood beside the bridge.', marks: [] },
	],
	type: 'accuracy/untranslated',
	severity: 'major',
	message: 'This looks like a word of the source language.',
	concerns: 'translation',
	find: (context) => [
		...flagPattern(
			context,
			/(?<![\p{L}\p{M}])(?!\p{Lu}+(?![\p{L}\p{M}]))[\p{sc=Cyrillic}\p{sc=Greek}]{3,}/dgu,
		),
		...flagPattern(
			context,
			/(?<![\p{L}\p{M}-])\p{Ll}*[áéíóúñčćšžđłąęśźżőűřěůůãõâêôûàèìòùäöüßçăîșțğış]\p{Ll}*(?![\p{L}\p{M}])/dgu,
			([word]) =>
				/[čćšžđáéíóúñłąęśźżőűřěůãõğ]/u.test(word) && !lentToEnglish.has(word) ? {} : undefined,
		),
		...flagPattern(
			context,
			new RegExp(
				`(?<![\\p{L}\\p{M}’'«“-])\\p{Ll}*(?:${endingsOf(context.sourceLanguage)})(?![\\p{L}\\p{M}])`,
				'dgu',
			),
			([word]) => (context.vocabulary.has(word) ? undefined : {}),
		),
		...flagPattern(
			context,
			new RegExp(
				`(?<![\\p{L}\\p{M}’'-])(?:${particlesOf(context.sourceLanguage)})(?![\\p{L}\\p{M}’'-])`,
				'dgu',
			),
		),
	],
};
