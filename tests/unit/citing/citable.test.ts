import { shownTitleOf } from '../../../src/model/article.ts';
import { expect, test } from 'vitest';
import { citedPath, describeWork, formatName, type Citable } from '../../../src/citing/citable.ts';
import { sampleNote, sampleRecord } from '../samples.ts';
import { cases, sampleCitable, unsignedCitable } from './citables.ts';

const keyOf = (citable: Citable) => describeWork(citable).key;

test('a citation carries the frozen address, with the paragraph, or the note’s page', () => {
	expect(citedPath(sampleCitable())).toBe('/a/7/v1/');
	expect(citedPath(sampleCitable({}, { paragraph: 12 }))).toBe('/a/7/v1/#p12');
	expect(citedPath(cases['a second revision'] as Citable)).toBe('/a/7/v2/');
	expect(citedPath(sampleCitable({}, { paragraph: 12, note: sampleNote('lock', 'x', 3) }))).toBe(
		'/a/7/n/lock/',
	);
});

test('a headline is cited with planted words covered, ours in square brackets', () => {
	const notes = [sampleNote('planted', 'messenger', 3, { masked: true })];
	expect(shownTitleOf({ record: sampleRecord, notes })).not.toContain('messenger');
	expect(shownTitleOf({ record: sampleRecord, notes: [] })).toBe('Watchdog locks the messenger');
	const record = { ...sampleRecord, title: { captured: 'none', supplied: 'Ours' } };
	expect(shownTitleOf({ record, notes })).toBe('[Ours]');
});

test('a key is made of the first author, the year, the number and the revision', () => {
	expect(keyOf(sampleCitable())).toBe('petrov2018-7-v1');
	expect(keyOf(sampleCitable({ published: { date: 'unknown', evidence: 'x' } }))).toBe(
		'petrov-7-v1',
	);
	expect(keyOf(cases['a note'] as Citable)).toBe('petrov2018-7-v1-n-lock');
});

test('a key is in ASCII', () => {
	expect(keyOf(sampleCitable({ authors: [{ family: 'Müller-Šimić' }] }))).toBe(
		'mullersimic2018-7-v1',
	);
	// Of a name in another script nothing is left: the outlet stands in its place.
	expect(keyOf(sampleCitable({ authors: [{ family: 'Петров' }] }))).toBe(
		'vechernyayagazeta2018-7-v1',
	);
	const unknown = unsignedCitable(
		{ publisher: { ...sampleRecord.publisher, outlet: 'unknown' } },
		{ outlet: undefined },
	);
	expect(keyOf(unknown)).toBe('article2018-7-v1');
});

test('the machine is credited as far as it is known', () => {
	const creditOf = (citable: Citable) => describeWork(citable).translator;
	expect(creditOf(sampleCitable())).toBe('machine translation (engine unknown)');
	expect(creditOf(cases['an engine known with its version'] as Citable)).toBe('Apertium 3.8.3');
	expect(creditOf(cases['perhaps a translation'] as Citable)).toBe(
		'possible machine translation (engine unknown)',
	);
	expect(creditOf(cases['written in English'] as Citable)).toBeUndefined();
});

test('the medium says that a machine translated', () => {
	const mediumOf = (name: string) => describeWork(cases[name] as Citable).medium;
	expect(mediumOf('a person')).toBe('Machine translation, rev. 1');
	expect(mediumOf('a second revision')).toBe('Machine translation, rev. 2');
	expect(mediumOf('perhaps a translation')).toBe('Possible machine translation, rev. 1');
	expect(mediumOf('written in English')).toBe('rev. 1');
	expect(mediumOf('a note')).toBe('Note on a machine translation, rev. 1');
});

test.for([
	['native', 'Note, rev. 1'],
	['unclear', 'Note on a possible machine translation, rev. 1'],
] as const)('a note on a %s text says what it is on', ([verdict, medium]) => {
	const citable = sampleCitable({ verdict }, { note: sampleNote('lock', 'x', 3) });
	expect(describeWork(citable).medium).toBe(medium);
});

test('an unsigned article is the outlet’s, where the outlet is known', () => {
	expect(describeWork(unsignedCitable()).authors).toEqual([{ name: 'Vechernyaya Gazeta' }]);
	expect(describeWork(unsignedCitable({}, { outlet: undefined })).authors).toEqual([
		{ name: 'vechernyaya-gazeta' },
	]);
	const unknown = cases['unsigned, in an outlet that is unknown'] as Citable;
	expect(describeWork(unknown)).toMatchObject({ authors: [], container: undefined });
});

test('a note is the editors’ own, and has neither translator nor byline', () => {
	expect(describeWork(cases['a note'] as Citable)).toMatchObject({
		kind: 'note',
		title: 'Note 3 on “carries a lock” in paragraph 12 of “Watchdog locks the messenger”',
		authors: [{ name: 'The editors' }],
		translator: undefined,
		container: 'Calque',
		date: '2026-11-22',
	});
});

test('where only the record is shown, a note is cited without words of the text', () => {
	const capture = { ...sampleRecord.capture, display: 'record' as const };
	const citable = sampleCitable({ capture }, { note: sampleNote('lock', 'carries a lock', 3) });
	expect(describeWork(citable).title).toBe(
		'Note 1 in paragraph 1 of “Watchdog locks the messenger”',
	);
});

test('a name is written as a byline has it', () => {
	expect(formatName({ family: 'Petrov', given: 'Ivan' })).toBe('Ivan Petrov');
	expect(formatName({ family: 'Petrov' })).toBe('Petrov');
	expect(formatName({ name: 'Northern News Agency' })).toBe('Northern News Agency');
});
