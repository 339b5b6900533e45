import { expect, test } from 'vitest';
import {
	countOf,
	countsPhrase,
	kindOf,
	languageName,
	meaningLead,
	quotationLabel,
	statusOf,
	verdictLabel,
	warningOf,
} from '../../../src/components/wording.ts';
import { quotationStatuses } from '../../../src/model/note.ts';
import { verdicts } from '../../../src/model/record.ts';
import { sampleRecord } from '../samples.ts';

const articleWith = (record: Partial<typeof sampleRecord>) => ({
	record: { ...sampleRecord, ...record },
});

test('the status line says what a text is and whether the original is held', () => {
	expect(statusOf(articleWith({}))).toBe(
		'Unedited machine translation from Russian. Original not held.',
	);
	const original = { ...sampleRecord.original, held: true };
	expect(statusOf(articleWith({ original, source_language: 'unknown' }))).toBe(
		'Unedited machine translation from an unknown language. The original is held.',
	);
	expect(statusOf(articleWith({ verdict: 'unclear', source_language: 'sr-Latn' }))).toBe(
		'Possibly a machine translation from Serbian (Latin). Original not held.',
	);
	expect(statusOf(articleWith({ verdict: 'native', source_language: 'en' }))).toBe(
		'Written in English, not machine-translated.',
	);
});

test('only a native text may be quoted without a warning', () => {
	expect(warningOf(articleWith({ verdict: 'native' }))).toBe(undefined);
	expect(warningOf(articleWith({ verdict: 'unclear' }))).toMatch(/not quote/);
	expect(warningOf(articleWith({}))).toMatch(/not quote/);
});

test('a language is named in English', () => {
	expect(languageName('ru')).toBe('Russian');
	expect(languageName('unknown')).toBe('an unknown language');
});

test('no two values of one scale are worded alike', () => {
	const wordings = [verdicts.map(verdictLabel), quotationStatuses.map(quotationLabel)];
	for (const words of wordings) {
		expect(new Set(words).size).toBe(words.length);
		for (const word of words) expect(word).toMatch(/^[a-z]/i);
	}
});

test('counts are put before their nouns', () => {
	expect(countOf(1, 'note')).toBe('1 note');
	expect(countOf(0, 'note')).toBe('0 notes');
	expect(countOf(2, 'gloss', 'glosses')).toBe('2 glosses');
	const counts = { all: 8, captureDamage: 2, critical: 1, major: 2, minor: 5 };
	expect(countsPhrase(counts)).toBe('1 critical, 2 major, 5 minor');
});

test('a list says what a text is, and no more than is known', () => {
	const kind = (verdict: typeof sampleRecord.verdict, source_language: string) =>
		kindOf({ ...sampleRecord, verdict, source_language });
	expect(kind('machine-translated', 'ru')).toBe('machine translation from Russian');
	expect(kind('native', 'en')).toBe('native English');
	expect(kind('unclear', 'unknown')).toBe(
		'possibly a machine translation from an unknown language',
	);
});

test('what the machine was given is stated as surely as it is known', () => {
	expect(meaningLead('es', true, 'possible')).toBe('The Spanish says');
	expect(meaningLead('ru', false, 'certain')).toBe('The Russian very probably said');
	expect(meaningLead('unknown', false, 'possible')).toBe('The source may have said');
});
