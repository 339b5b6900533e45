import { expect, test } from 'vitest';
import { judgeLabels, labels, namesOf, severityLabels } from '../../../src/exchange/crosswalk.ts';
import { typology } from '../../../src/model/typology.ts';

/** The labels that the formats are known to use, from their documentation and data. */
const known = {
	google: [
		...['Accuracy/Mistranslation', 'Accuracy/Gender Mismatch', 'Accuracy/Omission', 'Omission'],
		...['Omission (Translation)', 'Omission (Translation 2)', 'Accuracy/Addition', 'Source error'],
		...['Accuracy/Untranslated text', 'Accuracy/Source language fragment', 'Source issue'],
		...['Accuracy/Creative Reinterpretation', 'Terminology/Inappropriate for context'],
		...['Terminology/Inconsistent use of terminology', 'Fluency/Grammar', 'Fluency/Punctuation'],
		...[
			'Fluency/Spelling',
			'Fluency/Character encoding',
			'Fluency/Inconsistency',
			'Fluency/Register',
		],
		...['Fluency/Text-Breaking', 'Style/Awkward', 'Style/Unnatural or awkward', 'Style/Archaic'],
		...['Style/Bad sentence structure', 'Locale convention/Name format', 'Non-translation!'],
		...['Locale convention/Date format', 'Locale convention/Currency format', 'Other', 'Undecided'],
	],
	amazon: [
		...['Accuracy/Mistranslation', 'Accuracy/Omission', 'Accuracy/Addition', 'Untranslated'],
		...['Terminology/Wrong_term', 'Terminology/Inconsistent', 'Linguistic_conventions/Grammar'],
		...['Linguistic_conventions/Punctuation', 'Linguistic_conventions/Spelling', 'Source'],
		...[
			'Linguistic_conventions/Character_encoding',
			'Style/Non_fluent',
			'Register',
			'Unintelligible',
		],
	],
	its: [
		...['terminology', 'mistranslation', 'omission', 'untranslated', 'addition', 'duplication'],
		...['inconsistency', 'grammar', 'legal', 'register', 'locale-specific-content', 'style'],
		...['locale-violation', 'characters', 'misspelling', 'typographical', 'formatting', 'numbers'],
		...['inconsistent-entities', 'markup', 'pattern-problem', 'whitespace', 'internationalization'],
		...['length', 'non-conformance', 'uncategorized', 'other'],
	],
	literary: [
		'MISTRANSLATION',
		'UNTRANSLATED',
		'INCONSISTENCY',
		'GRAMMAR',
		'FORMAT',
		'REPETITION',
		'REGISTER',
	],
};

test('each of our types has a name elsewhere, and that name is one that can be read', () => {
	expect(Object.keys(namesOf).sort()).toEqual(typology.map(({ id }) => id).sort());
	for (const [type, { google, its, isExact }] of Object.entries(namesOf)) {
		expect(Object.keys(labels.its)).toContain(its);
		const judged = judgeLabels(google, 'Major');
		expect(judged).toMatchObject({ kind: 'error' });
		if (isExact) expect(judged).toMatchObject({ type });
	}
});

test('each of our types is known under its own id', () => {
	for (const { id } of typology)
		expect(judgeLabels(id, 'minor')).toEqual({ kind: 'error', type: id, level: 'minor' });
});

test.each(Object.entries(known))('each label of %s is known', (_scheme, list) => {
	for (const label of list) expect(judgeLabels(label, 'Minor')).toMatchObject({ kind: 'error' });
});

test('every type that a label is said to be is one of ours', () => {
	const ids = new Set<string | null>([...typology.map(({ id }) => id), null]);
	for (const list of Object.values(labels))
		for (const type of Object.values(list)) expect(ids).toContain(type);
});

test('case, underscores and no-break spaces do not make another label', () => {
	expect(judgeLabels('fluency / grammar', 'major')).toMatchObject({
		type: 'linguistic/grammar',
		level: 'major',
	});
	expect(judgeLabels('Style/Non\u00a0fluent', 'Minor')).toMatchObject({
		type: 'style/unidiomatic',
	});
});

test('an unknown label is named, and a known one without a counterpart is not guessed', () => {
	expect(judgeLabels('Fluency/Rhythm', 'Major')).toEqual({
		unknown: 'category',
		label: 'Fluency/Rhythm',
	});
	expect(judgeLabels('Fluency/Grammar', 'Awful')).toEqual({ unknown: 'severity', label: 'Awful' });
	expect(judgeLabels('Undecided', 'Major')).toEqual({ kind: 'error', type: null, level: 'major' });
});

test('rows of nothing found and attention checks are no errors', () => {
	expect(judgeLabels('No-error', 'No-error')).toMatchObject({ kind: 'none' });
	for (const [category, severity] of [
		['HOTW-test', 'HOTW-test'],
		['Found', 'HOTW-test'],
		['Missed', 'Major'],
	] as const)
		expect(judgeLabels(category, severity)).toMatchObject({
			kind: 'check',
			type: null,
			level: null,
		});
	expect(Object.keys(severityLabels)).not.toContain('hotw-test');
});
