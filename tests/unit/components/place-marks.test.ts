import { expect, test } from 'vitest';
import {
	notesOf,
	placeInCaptured,
	placeInOriginal,
	placeInReading,
} from '../../../src/components/place-marks.ts';
import type { ArticleParagraph } from '../../../src/model/article.ts';
import { sampleArticle, sampleNote } from '../samples.ts';

const first = '🔑 carries a lock';
const second = 'a 🔑 lock again';
const notes = [
	sampleNote('one', 'a lock', 10),
	sampleNote('two', 'lock', 21, { paragraph: 2, reading: 'the block', masked: true }),
];
const article = sampleArticle([first, second], notes);
const paragraphAt = (index: number) => article.paragraphs[index] as ArticleParagraph;

test('a paragraph has the notes that stand in it', () => {
	expect(notesOf(article, 1).map(({ id }) => id)).toEqual(['one']);
	expect(notesOf(article, 2).map(({ id }) => id)).toEqual(['two']);
});

test('a mark in the captured text covers the quoted words, past characters of two units', () => {
	for (const [index, text] of [first, second].entries()) {
		const paragraph = paragraphAt(index);
		for (const note of notesOf(article, index + 1)) {
			const [mark] = placeInCaptured(paragraph, [note]);
			expect(text.slice(mark?.startCodeUnit, mark?.endCodeUnit)).toBe(note.exact);
			expect(mark).toMatchObject({ id: note.id, isMasked: note.masked === true });
		}
	}
});

test('without a capture nothing is marked in the captured text', () => {
	expect(placeInCaptured({ ...paragraphAt(0), captured: undefined }, notes)).toEqual([]);
});

test('a note that names a phrase of the reading version is marked there, in the open', () => {
	const paragraph = { ...paragraphAt(1), reading: 'It lifted the block.' };
	expect(placeInReading(paragraph, notes)).toEqual([
		{
			id: 'two',
			ordinal: 1,
			severity: 'major',
			family: 'style',
			isMasked: false,
			startCodeUnit: 10,
			endCodeUnit: 19,
		},
	]);
});

test('a phrase that the reading version lacks or has twice is not marked', () => {
	for (const reading of ['It lifted it.', 'the block, the block'])
		expect(placeInReading({ ...paragraphAt(1), reading }, notes)).toEqual([]);
});

test('a mark in the original covers the wording that the note gives, past characters of two units', () => {
	const original = '🔑 сообщает о замке';
	const paragraph = { ...paragraphAt(1), original, originalStart: 30 };
	const note = sampleNote('two', 'lock', 21, { originalPlace: { start: 32, end: 40 } });
	const [mark] = placeInOriginal(paragraph, [note]);
	expect(original.slice(mark?.startCodeUnit, mark?.endCodeUnit)).toBe('сообщает');
	expect(placeInOriginal(paragraph, notes)).toEqual([]);
	expect(placeInOriginal({ ...paragraph, original: undefined }, [note])).toEqual([]);
});
