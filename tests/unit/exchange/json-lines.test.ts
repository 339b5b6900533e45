import { expect, test } from 'vitest';
import {
	articleFields,
	articleRow,
	noteFields,
	noteRow,
	toJsonLines,
} from '../../../src/exchange/json-lines.ts';
import { sampleEntry, sampleNote, sampleRecord } from '../samples.ts';

const note = sampleNote('lock', 'a lock', 4, {
	correction: 'blocking',
	original: 'блокировка',
	originalPlace: { start: 3, end: 13 },
	reading: 'blocking',
	term: 'blokirovka',
	masked: true,
	prefix: 'carries ',
});
const damage = sampleNote('stamp', '6 years ago', 20, {
	type: 'capture/site-furniture',
	severity: 'minor',
});
const article = sampleEntry([note, damage]);

test('a row has exactly the fields that are documented, in their order', () => {
	expect(Object.keys(articleRow(article, 'unset'))).toEqual(Object.keys(articleFields));
	expect(Object.keys(noteRow(article, note, 'unset'))).toEqual(Object.keys(noteFields));
	expect(Object.keys(noteRow(article, damage, 'unset'))).toEqual(Object.keys(noteFields));
});

test('every field is explained in a sentence or a part of one', () => {
	for (const meaning of [...Object.values(articleFields), ...Object.values(noteFields)])
		expect(meaning).toMatch(/\w[.,]$/);
});

test('an article is told by its record and its counts', () => {
	expect(articleRow(article, 'unset')).toEqual({
		article: 7,
		url: '/a/7/',
		title: 'Watchdog locks the messenger',
		supplied_title: 'A regulator blocks a messenger',
		verdict: 'machine-translated',
		verdict_confidence: 0.95,
		source_language: 'ru',
		capture_sha256: sampleRecord.capture.sha256,
		capture_attached: true,
		published: '2018-11-08',
		outlet: 'daily-mirror-site',
		words: 100,
		paragraphs: 2,
		notes: 2,
		critical: 0,
		major: 1,
		minor: 1,
		capture_damage: 1,
		engine_profile: 'statistical',
		original_held: false,
	});
});

test('a note is told by its place, its span and what it says', () => {
	expect(noteRow(article, note, 'unset')).toEqual({
		article: 7,
		note: 'lock',
		url: '/a/7/#note-lock',
		paragraph: 1,
		start: 4,
		end: 10,
		exact: 'a lock',
		prefix: 'carries ',
		suffix: '',
		type: 'style/calque',
		severity: 'major',
		confidence: 'certain',
		original: 'блокировка',
		original_start: 3,
		original_end: 13,
		correction: 'blocking',
		reading: 'blocking',
		term: 'blokirovka',
		by: 'first reading',
		masked: true,
		comment: 'About lock.',
	});
});

test('what a note does not say is null, and a note that masks nothing says so', () => {
	expect(noteRow(article, damage, 'unset')).toMatchObject({
		original: null,
		original_start: null,
		original_end: null,
		correction: null,
		reading: null,
		term: null,
		masked: false,
	});
});

test.for(['https://example.org/calque', 'https://example.org/calque/'])(
	'addresses stand under %s',
	(site) => {
		expect(articleRow(article, site)['url']).toBe('https://example.org/calque/a/7/');
		expect(noteRow(article, note, site)['url']).toBe('https://example.org/calque/a/7/#note-lock');
	},
);

test('each row is one line, and reads back as it was', () => {
	const rows = [
		{ exact: 'one\ntwo\r\nthree', masked: false, original: null },
		{ exact: '"quoted" \\ 🔑 \u2028 \ufeff', start: 0 },
	];
	const written = toJsonLines(rows);
	expect(written.endsWith('\n')).toBe(true);
	const lines = written.slice(0, -1).split('\n');
	expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rows);
	expect(toJsonLines([])).toBe('');
});
