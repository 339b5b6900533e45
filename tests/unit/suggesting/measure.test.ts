import { expect, test } from 'vitest';
import {
	confidenceOf,
	countHits,
	expectByChance,
	mergePlaces,
} from '../../../src/suggesting/measure-rules.ts';
import { sumFigures } from '../../../src/suggesting/sum-figures.ts';
import type { Suggestion } from '../../../src/suggesting/suggestion.ts';
import type { TypeId } from '../../../src/model/typology.ts';

const text = 'The bridge «old» was close of yesterday';
const suggest = (words: string, type: TypeId = 'style/calque'): Suggestion => ({
	id: words,
	rule: 'some-rule',
	paragraph: 1,
	start: text.indexOf(words),
	end: text.indexOf(words) + words.length,
	exact: words,
	type,
	severity: 'minor',
	message: '',
	correction: undefined,
});
const note = (words: string, type: TypeId) => ({
	start: text.indexOf(words),
	end: text.indexOf(words) + words.length,
	type,
});

test('a suggestion hits where it shares a word with a note, strictly where the dimension is the same', () => {
	const notes = [note('was close', 'linguistic/grammar'), note('yesterday', 'style/calque')];
	const places = [[suggest('close of')], [suggest('bridge')], [suggest('of yesterday')]];
	expect(countHits(text, places, notes)).toEqual({
		suggested: 3,
		hits: 2,
		sameDimension: 1,
		found: 2,
		foundSameDimension: 1,
		notes: 2,
	});
});

test('a mark that two spans share is a hit only where one of them is nothing but marks', () => {
	const both = countHits(text, [[suggest('» was')]], [note('«old»', 'linguistic/punctuation')]);
	expect(both.hits).toBe(0);
	const marks = countHits(text, [[suggest('»')]], [note('«old»', 'linguistic/punctuation')]);
	expect(marks.hits).toBe(1);
});

test('suggestions that overlap are one place', () => {
	const merged = mergePlaces([suggest('was close'), suggest('close of'), suggest('bridge')]);
	expect(merged.map((place) => place.map(({ exact }) => exact))).toEqual([
		['bridge'],
		['was close', 'close of'],
	]);
});

test('chance is the share of places of the same length that would touch a note', () => {
	const notes = [note('yesterday', 'style/calque')];
	const one = expectByChance(text, [[suggest('bridge')]], notes);
	expect(one).toEqual({ loose: 1 / 7, strict: 1 / 7 });
	const two = expectByChance(text, [[suggest('was close', 'linguistic/grammar')]], notes);
	expect(two).toEqual({ loose: 1 / 6, strict: 0 });
});

test('a rule is likely right only after thirty hits at four in five', () => {
	expect(confidenceOf({ suggested: 37, hits: 30 })).toBe('likely');
	expect(confidenceOf({ suggested: 38, hits: 30 })).toBe('possible');
	expect(confidenceOf({ suggested: 29, hits: 29 })).toBe('possible');
});

test('a rule’s recall is of all notes, also those of articles where it found nothing', () => {
	const counts = {
		suggested: 2,
		hits: 1,
		sameDimension: 0,
		found: 1,
		foundSameDimension: 0,
		notes: 4,
	};
	const row = { role: 'open' as const, chanceTenths: { loose: 0, strict: 0 }, together: counts };
	const figures = [
		{ ...row, article: 1, rules: { 'some-rule': counts } },
		{ ...row, article: 2, rules: {} },
	];
	expect(sumFigures(figures, 'some-rule')).toMatchObject({ notes: 8, precision: 50, recall: 13 });
});
