import { expect, test } from 'vitest';
import { archiveCard, articleCard, describeCard } from '../../../src/sharing/card.ts';
import { sampleArchive, sampleNote, sampleOutlet, sampleRecord } from '../samples.ts';

const notes = [
	sampleNote('lock', 'locks', 9, { severity: 'critical' }),
	sampleNote('planted', 'cheap pills', 30, { masked: true, severity: 'minor' }),
];
const article = { number: 7, record: sampleRecord, notes };

test('a card names the article, its outlet, its date, its kind and its critical notes', () => {
	expect(articleCard(article, sampleOutlet, sampleArchive)).toEqual({
		archive: 'Calque',
		place: 'No. 7',
		title: 'A regulator blocks a messenger',
		facts: ['Daily Mirror Site', '8 November 2018', 'Machine translation from Russian'],
		critical: '1 critical',
		among: 'of 2 notes',
	});
});

test('a native text is called so, and one without a date undated', () => {
	const record = {
		...sampleRecord,
		verdict: 'native' as const,
		source_language: 'en',
		published: { date: 'unknown', evidence: 'None.' },
	};
	expect(articleCard({ ...article, record }, sampleOutlet, sampleArchive).facts).toEqual([
		'Daily Mirror Site',
		'Undated',
		'Native English',
	]);
});

test('planted words never stand on a card', () => {
	const title = { captured: 'none', supplied: 'Where to buy cheap pills' };
	const card = articleCard(
		{ ...article, record: { ...sampleRecord, title } },
		{ ...sampleOutlet, name: 'cheap pills daily' },
		sampleArchive,
	);
	expect(JSON.stringify(card)).not.toContain('cheap pills');
	expect(card.title).toBe('Where to buy [masked]');
});

test('the printed headline, which is the machine’s, never stands on a card', () => {
	const card = articleCard(article, sampleOutlet, sampleArchive);
	expect(JSON.stringify(card)).not.toContain(sampleRecord.title.captured);
});

test('the card of the archive counts what it holds', () => {
	const card = archiveCard([article, article], sampleArchive);
	expect(card).toMatchObject({ title: 'An archive', critical: '2 critical', among: 'of 4 notes' });
	expect(card.facts[0]).toBe('2 articles');
});

test('a card is described in one line', () => {
	expect(describeCard(articleCard(article, sampleOutlet, sampleArchive))).toBe(
		'Calque, No. 7: A regulator blocks a messenger. Daily Mirror Site; 8 November 2018; Machine translation from Russian; 1 critical of 2 notes.',
	);
});
