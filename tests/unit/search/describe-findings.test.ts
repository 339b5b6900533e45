import { expect, test } from 'vitest';
import { describeFindings } from '../../../src/search/describe-findings.ts';

const nothing = {
	onlyWhole: [],
	total: 0,
	listed: 0,
	hasMore: false,
	otherSpellings: [],
	unknownWords: [],
};
const whole = { isIndexMissing: false, passages: 0 };

test('what is found is counted, and what is not listed is told', () => {
	const say = (findings: object) => describeFindings('lock', { ...nothing, ...findings }, whole);
	expect(say({})).toBe('Nothing found for lock.');
	expect(say({ total: 1, listed: 1 })).toBe('1 passage found.');
	expect(say({ total: 80, listed: 50 })).toBe(
		'80 passages found, 50 listed; add a word or a filter.',
	);
	expect(say({ total: 3, listed: 3, otherSpellings: ['RKN'], unknownWords: ['xylophone'] })).toBe(
		'3 passages found. Searched too: RKN. Nowhere in the archive: xylophone.',
	);
	expect(say({ total: 3, listed: 3, onlyWhole: ['con'] })).toBe(
		'3 passages found. Longer words that begin with con are too many and were not all looked for.',
	);
});

test('where something could not be read, the search says so and never that nothing was found', () => {
	for (const isIndexMissing of [true, false])
		for (const passages of [0, 1, 14]) {
			if (!isIndexMissing && passages === 0) continue;
			const said = describeFindings('lock', nothing, { isIndexMissing, passages });
			expect(said).toContain('The search is incomplete');
			expect(said).not.toContain('Nothing found');
			expect(said.includes('part of the index')).toBe(isIndexMissing);
			expect(said.includes('passages could')).toBe(passages === 14);
		}
	expect(describeFindings('lock', nothing, { isIndexMissing: true, passages: 1 })).toBe(
		'No passage in what could be read. The search is incomplete: part of the index and the text of 1 passage could not be read. Press Search to try again.',
	);
});

test('of an index that was not read whole, no word is said to be nowhere', () => {
	const missing = { isIndexMissing: true, passages: 0 };
	expect(describeFindings('a b', { ...nothing, unknownWords: ['b'] }, missing)).not.toContain(
		'Nowhere',
	);
});

test('where not all texts were opened, nothing is said of the rest', () => {
	const say = (findings: object) =>
		describeFindings('lock', { ...nothing, hasMore: true, ...findings }, whole);
	expect(say({})).toBe(
		'No passage in the texts that were opened; others may hold what you look for.',
	);
	expect(say({ total: 3, listed: 3 })).toBe(
		'3 or more passages found, 3 listed; add a word or a filter.',
	);
});
