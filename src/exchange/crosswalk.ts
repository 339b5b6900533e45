import { isTypeId, typology, type TypeId } from '../model/typology.ts';
import type { Level, RatedError } from '../model/ratings.ts';

/**
 * The crosswalk of types: what the labels of other tools are in our typology, and what our types are called
 * there. The label of a set is always kept beside ours. A label with the type `null` is known and has no
 * counterpart here; one that is not listed stops an import.
 */
export type LabelScheme = 'google' | 'mqm' | 'amazon' | 'its' | 'literary' | 'j2450';

type Target = TypeId | null;

/** Labels as the tools write them, by the tool. Case, `_` for a space and spaces around `/` do not count. */
export const labels: { readonly [scheme in LabelScheme]: { readonly [label: string]: Target } } = {
	google: {
		'Accuracy/Mistranslation': 'accuracy/mistranslation',
		'Accuracy/Gender Mismatch': 'accuracy/mistranslation',
		'Gender Mismatch': 'accuracy/mistranslation',
		'Accuracy/Omission': 'accuracy/omission',
		Omission: 'accuracy/omission',
		'Omission (Translation)': 'accuracy/omission',
		'Omission (Translation 2)': 'accuracy/omission',
		'Accuracy/Addition': 'accuracy/addition',
		Addition: 'accuracy/addition',
		'Accuracy/Untranslated text': 'accuracy/untranslated',
		'Untranslated text': 'accuracy/untranslated',
		'Accuracy/Source language fragment': 'accuracy/untranslated',
		'Source language fragment': 'accuracy/untranslated',
		'Accuracy/Creative Reinterpretation': null,
		'Creative Reinterpretation': null,
		'Terminology/Inappropriate for context': 'terminology/wrong-term',
		'Inappropriate for context': 'terminology/wrong-term',
		'Terminology/Inconsistent': 'terminology/inconsistent',
		'Terminology/Inconsistent use of terminology': 'terminology/inconsistent',
		'Inconsistent use of terminology': 'terminology/inconsistent',
		'Fluency/Grammar': 'linguistic/grammar',
		'Fluency/Punctuation': 'linguistic/punctuation',
		'Fluency/Spelling': 'linguistic/spelling',
		'Fluency/Character encoding': 'linguistic/encoding',
		'Character encoding': 'linguistic/encoding',
		'Fluency/Inconsistency': 'linguistic/textual',
		Inconsistency: 'linguistic/textual',
		'Fluency/Text-Breaking': 'linguistic/textual',
		'Text-Breaking': 'linguistic/textual',
		'Fluency/Register': 'style/register',
		'Fluency/Unintelligible': 'linguistic/unintelligible',
		'Fluency/Display': null,
		'Style/Awkward': 'style/awkward',
		Awkward: 'style/awkward',
		'Style/Unnatural or awkward': 'style/awkward',
		'Unnatural or awkward': 'style/awkward',
		'Style/Bad sentence structure': 'style/awkward',
		'Bad sentence structure': 'style/awkward',
		'Style/Archaic or obscure word choice': 'style/unidiomatic',
		'Style/Archaic': 'style/unidiomatic',
		Archaic: 'style/unidiomatic',
		'Locale convention/Name format': 'locale/name',
		'Name format': 'locale/name',
		'Locale convention/Date format': 'locale/date',
		'Date format': 'locale/date',
		'Locale convention/Currency format': 'locale/number',
		'Currency format': 'locale/number',
		'Locale convention/Number format': 'locale/number',
		'Number format': 'locale/number',
		'Locale convention/Time format': 'locale/date',
		'Time format': 'locale/date',
		'Locale convention/Telephone format': 'locale/number',
		'Locale convention/Address format': 'locale/name',
		'Non-translation!': 'linguistic/unintelligible',
		'Non-translation': 'linguistic/unintelligible',
		'Source error': null,
		'Source issue': null,
		'Source/Source error': null,
		'Source/Source issue': null,
		Accuracy: null,
		Fluency: null,
		Terminology: null,
		Style: null,
		'Locale convention': null,
		Undecided: null,
		Other: null,
		'Other/Other': null,
	},
	mqm: {
		Mistranslation: 'accuracy/mistranslation',
		'Accuracy/Overtranslation': 'accuracy/mistranslation',
		'Accuracy/Undertranslation': 'accuracy/mistranslation',
		'Accuracy/Do not translate': 'accuracy/mistranslation',
		'Accuracy/MT hallucination': 'accuracy/addition',
		'Accuracy/False friend': 'accuracy/false-friend',
		'MT hallucination': 'accuracy/addition',
		'False friend': 'accuracy/false-friend',
		'Accuracy/Untranslated': 'accuracy/untranslated',
		'Terminology/Inconsistent with terminology resource': 'terminology/wrong-term',
		'Terminology/Wrong term': 'terminology/wrong-term',
		'Linguistic conventions/Grammar': 'linguistic/grammar',
		'Linguistic conventions/Punctuation': 'linguistic/punctuation',
		'Linguistic conventions/Spelling': 'linguistic/spelling',
		'Linguistic conventions/Unintelligible': 'linguistic/unintelligible',
		'Linguistic conventions/Character encoding': 'linguistic/encoding',
		'Linguistic conventions/Textual conventions': 'linguistic/textual',
		'Linguistic conventions/Word order': 'linguistic/word-order',
		'Linguistic conventions/Function words': 'linguistic/function-words',
		'Linguistic conventions': null,
		'Style/Organization style': 'style/awkward',
		'Style/Third-party style': 'style/unidiomatic',
		'Style/Inconsistent with external reference': 'style/unidiomatic',
		'Style/Language register': 'style/register',
		'Style/Register': 'style/register',
		'Style/Awkward style': 'style/awkward',
		'Style/Unidiomatic style': 'style/unidiomatic',
		'Style/Unidiomatic': 'style/unidiomatic',
		'Style/Inconsistent style': 'style/unidiomatic',
		'Locale convention/Number': 'locale/number',
		'Locale convention/Currency': 'locale/number',
		'Locale convention/Measurement': 'locale/number',
		'Locale convention/Time': 'locale/date',
		'Locale convention/Date': 'locale/date',
		'Locale convention/Address': 'locale/name',
		'Locale convention/Telephone': 'locale/number',
		'Locale convention/Shortcut key': null,
		'Audience appropriateness': null,
		'Audience appropriateness/Culture-specific reference': null,
		'Audience appropriateness/Offensive': null,
		'Design and markup': null,
		'Design and markup/Layout': null,
		'Design and markup/Markup tag': null,
		'Design and markup/Truncation/text expansion': null,
		'Design and markup/Missing text': null,
		'Design and markup/Link/cross-reference': null,
	},
	amazon: {
		'Terminology/Wrong_term': 'terminology/wrong-term',
		'Linguistic_conventions/Grammar': 'linguistic/grammar',
		'Linguistic_conventions/Punctuation': 'linguistic/punctuation',
		'Linguistic_conventions/Spelling': 'linguistic/spelling',
		'Linguistic_conventions/Character_encoding': 'linguistic/encoding',
		Untranslated: 'accuracy/untranslated',
		'Style/Non_fluent': 'style/unidiomatic',
		'Style/Non-fluent': 'style/unidiomatic',
		Register: 'style/register',
		Unintelligible: 'linguistic/unintelligible',
		'Locale_convention/Number_format': 'locale/number',
		'Locale_convention/Time_format': 'locale/date',
		'Locale_convention/Measurement_format': 'locale/number',
		'Locale_conventions/Number_format': 'locale/number',
		'Locale_conventions/Time_format': 'locale/date',
		'Locale_conventions/Measurement_format': 'locale/number',
		'Measurement format': 'locale/number',
		Locale_conventions: null,
		Source: null,
	},
	its: {
		terminology: 'terminology/wrong-term',
		mistranslation: 'accuracy/mistranslation',
		omission: 'accuracy/omission',
		untranslated: 'accuracy/untranslated',
		addition: 'accuracy/addition',
		duplication: 'accuracy/addition',
		inconsistency: 'linguistic/textual',
		grammar: 'linguistic/grammar',
		legal: null,
		register: 'style/register',
		'locale-specific-content': null,
		'locale-violation': 'locale/name',
		style: null,
		characters: 'linguistic/encoding',
		misspelling: 'linguistic/spelling',
		typographical: 'linguistic/punctuation',
		formatting: null,
		'inconsistent-entities': 'locale/name',
		numbers: 'locale/number',
		markup: null,
		'pattern-problem': null,
		whitespace: 'linguistic/punctuation',
		internationalization: null,
		length: null,
		'non-conformance': 'linguistic/unintelligible',
		uncategorized: null,
		other: null,
	},
	literary: {
		MISTRANSLATION: 'accuracy/mistranslation',
		UNTRANSLATED: 'accuracy/untranslated',
		INCONSISTENCY: 'linguistic/textual',
		GRAMMAR: 'linguistic/grammar',
		FORMAT: 'linguistic/punctuation',
		REPETITION: 'linguistic/textual',
		REGISTER: 'style/register',
	},
	j2450: {
		'Wrong term': 'terminology/wrong-term',
		Syntactic: 'linguistic/word-order',
		'Word structure': 'linguistic/grammar',
		Agreement: 'linguistic/grammar',
		'Word structure/agreement': 'linguistic/grammar',
		Punctuation: 'linguistic/punctuation',
		Miscellaneous: null,
	},
};

/** What our types are called elsewhere; `isExact` says that the name tells all that ours does. */
type Names = { google: string; its: string; isExact: boolean };

/** The name of each of our types in the vocabulary of WMT and in that of ITS 2.0. */
export const namesOf: { readonly [type in TypeId]: Names } = {
	'accuracy/mistranslation': exact('Accuracy/Mistranslation', 'mistranslation'),
	'accuracy/role-reversal': coarse('Accuracy/Mistranslation', 'mistranslation'),
	'accuracy/false-friend': coarse('Accuracy/Mistranslation', 'mistranslation'),
	'accuracy/addition': exact('Accuracy/Addition', 'addition'),
	'accuracy/omission': exact('Accuracy/Omission', 'omission'),
	'accuracy/untranslated': exact('Accuracy/Untranslated text', 'untranslated'),
	'terminology/wrong-term': exact('Terminology/Inappropriate for context', 'terminology'),
	'terminology/inconsistent': exact('Terminology/Inconsistent use of terminology', 'inconsistency'),
	'linguistic/grammar': exact('Fluency/Grammar', 'grammar'),
	'linguistic/word-order': coarse('Fluency/Grammar', 'grammar'),
	'linguistic/function-words': coarse('Fluency/Grammar', 'grammar'),
	'linguistic/punctuation': exact('Fluency/Punctuation', 'typographical'),
	'linguistic/spelling': exact('Fluency/Spelling', 'misspelling'),
	'linguistic/textual': exact('Fluency/Inconsistency', 'inconsistency'),
	'linguistic/unintelligible': exact('Non-translation!', 'non-conformance'),
	'linguistic/encoding': exact('Fluency/Character encoding', 'characters'),
	'style/calque': coarse('Style/Awkward', 'style'),
	'style/awkward': exact('Style/Awkward', 'style'),
	'style/unidiomatic': coarse('Style/Awkward', 'style'),
	'style/register': exact('Fluency/Register', 'register'),
	'locale/name': exact('Locale convention/Name format', 'inconsistent-entities'),
	'locale/date': exact('Locale convention/Date format', 'locale-violation'),
	'locale/number': exact('Locale convention/Number format', 'numbers'),
	'capture/fused-caption': coarse('Other', 'other'),
	'capture/repeated-text': coarse('Other', 'duplication'),
	'capture/site-furniture': coarse('Other', 'other'),
	'capture/injected-text': coarse('Other', 'other'),
	'capture/missing-text': coarse('Other', 'other'),
};

function exact(google: string, its: string): Names {
	return { google, its, isExact: true };
}

function coarse(google: string, its: string): Names {
	return { google, its, isExact: false };
}

/** Severities as the tools write them, in lower case. */
export const severityLabels: { readonly [label: string]: Level | null } = {
	neutral: 'neutral',
	trivial: 'minor',
	minor: 'minor',
	major: 'major',
	serious: 'major',
	critical: 'critical',
	'': null,
};

/** Labels of rows that are no errors: that a rater found nothing, and attention checks. */
const notErrors: { readonly [label: string]: 'none' | 'check' } = {
	'no-error': 'none',
	'no error': 'none',
	'no-error/no-error': 'none',
	'hotw-test': 'check',
	'hotw-test/found': 'check',
	'hotw-test/missed': 'check',
	found: 'check',
	missed: 'check',
};

/** What each severity of ours is among the hundred of ITS 2.0. */
export const itsSeverities: { readonly [level in Level]: number } = {
	neutral: 0,
	minor: 20,
	major: 50,
	critical: 100,
};

const byLabel = new Map<string, Target>();
for (const { id } of typology) byLabel.set(id, id);
for (const scheme of Object.values(labels))
	for (const [label, type] of Object.entries(scheme))
		if (!byLabel.has(foldLabel(label))) byLabel.set(foldLabel(label), type);

/** Bring a label to the form in which labels are compared. */
export function foldLabel(label: string): string {
	return label
		.toLowerCase()
		.replace(/[\s_]+/g, ' ')
		.replace(/ ?\/ ?/g, '/')
		.trim();
}

/** What a label and a severity say; `unknown` names the one that no list here has. */
export type Judged =
	Pick<RatedError, 'kind' | 'type' | 'level'> | { unknown: 'category' | 'severity'; label: string };

const judgements = new Map<string, Judged>();

/** Judge a category and a severity as a set writes them. */
export function judgeLabels(category: string, severity: string): Judged {
	const key = JSON.stringify([category, severity]);
	const known = judgements.get(key);
	if (known) return known;
	const judged = judge(category, severity);
	// Labels are few; a set that has none of its own must not fill the memory.
	if (judgements.size < 10_000) judgements.set(key, judged);
	return judged;
}

function judge(category: string, severity: string): Judged {
	const [label, grade] = [foldLabel(category), foldLabel(severity)];
	const kinds = [notErrors[label], notErrors[grade]];
	if (kinds.includes('check') || label.startsWith('hotw') || grade.startsWith('hotw'))
		return { kind: 'check', type: null, level: null };
	if (kinds[0] === 'none') return { kind: 'none', type: null, level: null };
	const isUncategorised = label === '';
	const type = isUncategorised ? null : byLabel.get(label);
	if (type === undefined) return { unknown: 'category', label: category };
	if (kinds[1] === 'none') return { kind: 'none', type: null, level: null };
	const level = levelOf(grade);
	return level === undefined
		? { unknown: 'severity', label: severity }
		: { kind: 'error', type, level };
}

/** Grade a severity by its name, or by its number among the hundred of ITS 2.0. */
function levelOf(grade: string): Level | null | undefined {
	if (Object.hasOwn(severityLabels, grade)) return severityLabels[grade];
	if (!/^\d+(?:\.\d+)?$/.test(grade) || Number(grade) > 100) return undefined;
	const hundredths = Number(grade);
	return hundredths === 0
		? 'neutral'
		: hundredths < 34
			? 'minor'
			: hundredths < 67
				? 'major'
				: 'critical';
}

/** Say whether a category is about the source text itself. */
export function isSourceCategory(category: string): boolean {
	return /^source(?!.*fragment)\b/.test(foldLabel(category));
}

/** Name an error in the vocabulary of WMT; `isExact` says that nothing of the category is lost. */
export function nameInGoogle(category: string): { label: string; isExact: boolean } {
	if (!isTypeId(category)) return { label: category, isExact: true };
	const { google, isExact } = namesOf[category];
	return { label: google, isExact };
}

/** Name an error in the vocabulary of ITS 2.0, by its own label where that is one of ITS. */
export function nameInIts({
	type,
	category,
	side,
}: Pick<RatedError, 'type' | 'category' | 'side'>) {
	const label = foldLabel(category);
	if (Object.hasOwn(labels.its, label)) return label;
	return type ? namesOf[type].its : side === 'source' ? 'uncategorized' : 'other';
}
