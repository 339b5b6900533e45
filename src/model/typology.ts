/**
 * The error types a note may have. Most are MQM's (Multidimensional Quality Metrics, MQM Council, CC BY 4.0):
 * Calque uses MQM. The types marked `calque` are our own extensions and not part of MQM; the `capture/*`
 * family is damage done by scraping or by the host and never counts in a translation score.
 */
export type TypologyEntry = {
	id: string;
	label: string;
	/** Where the type comes from: MQM's core list, its full list or first edition, or ourselves. */
	origin: 'mqm-core' | 'mqm-full' | 'calque';
	definition: string;
};

export const dimensions = {
	accuracy: 'Accuracy',
	terminology: 'Terminology',
	linguistic: 'Linguistic conventions',
	style: 'Style',
	locale: 'Locale conventions',
	capture: 'Capture damage',
} as const;
export type Dimension = keyof typeof dimensions;

export const typology = [
	entry(
		'accuracy/mistranslation',
		'Mistranslation',
		'mqm-core',
		'The English says something other than the source did.',
	),
	entry(
		'accuracy/role-reversal',
		'Role reversal',
		'calque',
		'Who does what to whom is turned round: agent and object, giver and receiver, accuser and accused.',
	),
	entry(
		'accuracy/false-friend',
		'False friend',
		'mqm-full',
		'A word was taken for the English word that it resembles.',
	),
	entry(
		'accuracy/addition',
		'Addition',
		'mqm-core',
		'The English has something that the source had not.',
	),
	entry(
		'accuracy/omission',
		'Omission',
		'mqm-core',
		'Something that the source had is missing, as far as that can be told without the original.',
	),
	entry(
		'accuracy/untranslated',
		'Untranslated',
		'mqm-core',
		'Source-language words, abbreviations or letters were left in or merely transliterated.',
	),
	entry(
		'terminology/wrong-term',
		'Wrong term',
		'mqm-core',
		'A thing with an established name is given another.',
	),
	entry(
		'terminology/inconsistent',
		'Inconsistent term',
		'mqm-core',
		'One thing is named in several ways, so that it reads as several things.',
	),
	entry(
		'linguistic/grammar',
		'Grammar',
		'mqm-core',
		'Number, tense, agreement or the form of a word is wrong.',
	),
	entry(
		'linguistic/word-order',
		'Word order',
		'mqm-full',
		'The words stand in the order of the source, not of English.',
	),
	entry(
		'linguistic/function-words',
		'Function words',
		'mqm-full',
		'An article, preposition or conjunction is wrong, missing or too many.',
	),
	entry(
		'linguistic/punctuation',
		'Punctuation',
		'mqm-core',
		'Marks are wrong, or carried over from the source.',
	),
	entry('linguistic/spelling', 'Spelling', 'mqm-core', 'Letters or capitals are wrong.'),
	entry(
		'linguistic/textual',
		'Textual conventions',
		'mqm-core',
		'A reference or the thread between clauses is lost: it is no longer clear what refers to what.',
	),
	entry(
		'linguistic/unintelligible',
		'Unintelligible',
		'mqm-core',
		'The passage cannot be understood without guessing.',
	),
	entry(
		'linguistic/encoding',
		'Character encoding',
		'mqm-core',
		'Characters were garbled by a wrong encoding.',
	),
	entry(
		'style/calque',
		'Calque',
		'calque',
		'A construction of the source was copied piece by piece.',
	),
	entry('style/awkward', 'Awkward', 'mqm-core', 'Understandable, but laboured.'),
	entry(
		'style/unidiomatic',
		'Unidiomatic',
		'mqm-core',
		'Grammatical, but not what anyone would say in English.',
	),
	entry(
		'style/register',
		'Register',
		'mqm-core',
		'Too formal, too familiar or of the wrong period.',
	),
	entry(
		'locale/name',
		'Name format',
		'mqm-full',
		'A name stands in a form, case or spelling of the source.',
	),
	entry('locale/date', 'Date format', 'mqm-core', 'A date is written the way of the source.'),
	entry(
		'locale/number',
		'Number format',
		'mqm-core',
		'A figure or ordinal is written the way of the source.',
	),
	entry(
		'capture/fused-caption',
		'Fused caption',
		'calque',
		'A caption or credit was glued to other text when the page was scraped.',
	),
	entry(
		'capture/repeated-text',
		'Repeated text',
		'calque',
		'A headline or passage was captured more than once.',
	),
	entry(
		'capture/site-furniture',
		'Site furniture',
		'calque',
		'Menus, prompts or stamps of the host, not part of the article.',
	),
	entry(
		'capture/injected-text',
		'Injected text',
		'calque',
		'Words that the host planted in the text.',
	),
	entry(
		'capture/missing-text',
		'Missing text',
		'calque',
		'A headline or passage that the page had is not in the capture.',
	),
] as const satisfies readonly TypologyEntry[];

export type TypeId = (typeof typology)[number]['id'];

export const severities = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof severities)[number];

export const confidences = ['certain', 'likely', 'possible'] as const;
export type Confidence = (typeof confidences)[number];

const byId = new Map<string, TypologyEntry>(typology.map((type) => [type.id, type]));

/** Say whether `id` is a type of the typology. */
export function isTypeId(id: string): id is TypeId {
	return byId.has(id);
}

/** Describe a type of the typology; the label is for readers. */
export function describeType(id: TypeId): TypologyEntry {
	const found = byId.get(id);
	if (!found) throw new Error(`No type ${id} in the typology.`);
	return found;
}

/** Name the family of a type: `accuracy` of `accuracy/role-reversal`. */
export function dimensionOf(id: TypeId): Dimension {
	return id.slice(0, id.indexOf('/')) as Dimension;
}

/** Say whether a type is damage by scraping or the host, and so no fault of the translation. */
export function isCaptureDamage(id: TypeId): boolean {
	return dimensionOf(id) === 'capture';
}

function entry<const Id extends `${Dimension}/${string}`>(
	id: Id,
	label: string,
	origin: TypologyEntry['origin'],
	definition: string,
): TypologyEntry & { id: Id } {
	return { id, label, origin, definition };
}
