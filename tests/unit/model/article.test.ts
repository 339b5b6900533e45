import { expect, test } from 'vitest';
import { addressOf, hasHeadline, titleOf } from '../../../src/model/article.ts';
import { sampleRecord } from '../samples.ts';

test('an article is called by its printed headline', () => {
	expect(hasHeadline(sampleRecord)).toBe(true);
	expect(titleOf(sampleRecord)).toBe('Watchdog locks the messenger');
});

test('an article without a headline is called by ours, in square brackets', () => {
	const record = { ...sampleRecord, title: { captured: 'none', supplied: 'A regulator blocks' } };
	expect(hasHeadline(record)).toBe(false);
	expect(titleOf(record)).toBe('[A regulator blocks]');
});

test('addresses are those that were published', () => {
	expect(addressOf.article(7)).toBe('/a/7/');
	expect(addressOf.paragraph(7, 2)).toBe('/a/7/#p2');
	expect(addressOf.note(7, 'lock-for-block')).toBe('/a/7/#note-lock-for-block');
	expect(addressOf.type('style/calque')).toBe('/types/style/calque/');
});
