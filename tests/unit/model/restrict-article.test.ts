import { expect, test } from 'vitest';
import { restrictArticle } from '../../../src/model/restrict-article.ts';
import type { displays } from '../../../src/model/record.ts';

import { listWords } from '../../../src/text/count-words.ts';
import { sampleArticle, sampleNote, sampleRecord } from '../samples.ts';

const captured =
	'The watchdog said on Tuesday that the messenger carries a lock of its own free will.';
const long = 'said on Tuesday that the messenger carries a lock of its';

function restrict(
	display: (typeof displays)[number] | undefined,
	headline = 'Watchdog locks the messenger',
) {
	const article = sampleArticle(
		[captured],
		[sampleNote('long', long, 13), sampleNote('short', 'a lock', 56)],
	);
	return restrictArticle({
		...article,
		quotations: [
			{ paragraph: 1, opening: long, speaker: 'the watchdog', status: 'safe', reasonHtml: '' },
		],
		record: {
			...sampleRecord,
			title: { captured: headline, supplied: 'A regulator blocks a messenger' },
			capture: { ...sampleRecord.capture, ...(display && { display }) },
		},
	});
}

/** Find the longest run of words of the captured text that stands anywhere in a value. */
function longestRun(value: unknown): number {
	const text = ` ${listWords(JSON.stringify(value)).join(' ')} `;
	const words = listWords(captured);
	let longest = 0;
	for (let from = 0; from < words.length; from++)
		for (let to = from + 1; to <= words.length; to++)
			if (text.includes(` ${words.slice(from, to).join(' ')} `))
				longest = Math.max(longest, to - from);
	return longest;
}

test('an article whose text may be shown is left as it is', () => {
	const article = restrict(undefined);
	expect(article).toEqual(restrict('full') && { ...article });
	expect(article.paragraphs[0]?.captured).toBe(captured);
	expect(longestRun(article)).toBe(listWords(captured).length);
});

test('of an excerpt no eight words of the captured text stand in a row anywhere', () => {
	const article = restrict('excerpt');
	expect(longestRun(article)).toBeLessThan(8);
	expect(article.notes.map(({ exact }) => exact)).toEqual(
		['said on Tuesday … of its', 'a lock'].map((exact, index) =>
			index === 0 ? (expect.stringMatching(/^said on \S+ … .*of its$/) as string) : exact,
		),
	);
	expect(article.isCaptureAttached).toBe(false);
	expect(article.record.title.captured).toBe('Watchdog locks the messenger');
});

test('a headline of eight words or more gives way to ours', () => {
	const article = restrict('excerpt', captured);
	expect(article.record.title).toEqual({
		captured: 'none',
		supplied: 'A regulator blocks a messenger',
	});
});

test('of a record nothing of the captured text stands anywhere', () => {
	const article = restrict('record', captured);
	expect(
		longestRun({ ...article, paragraphs: article.paragraphs.map(({ captured: text }) => text) }),
	).toBeLessThan(3);
	expect(article.notes.map(({ exact }) => exact)).toEqual(['', '']);
});
