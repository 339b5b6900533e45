import { expect, test } from 'vitest';
import type { Card } from '../../../src/sharing/card.ts';
import { layOutCard } from '../../../src/sharing/lay-out-card.ts';

const card: Card = {
	archive: 'Calque',
	place: 'No. 7',
	title: 'A regulator blocks a messenger',
	facts: ['Daily Mirror Site', '8 November 2018', 'Machine translation from Russian'],
	critical: '1 critical',
	among: 'of 2 notes',
};
const layOut = (changed: Partial<Card> = {}) => layOutCard({ ...card, ...changed });
const titleOf = ({ glyphs }: ReturnType<typeof layOut>) => glyphs.filter(({ size }) => size > 40);
const longRule = ({ rules }: ReturnType<typeof layOut>) =>
	rules.find(({ ink }) => ink === 'rule-strong')?.y ?? 0;

test('all that is laid out stands between the margins', () => {
	const longest = Array.from({ length: 28 }, () => 'words').join(' ');
	for (const title of [card.title, longest]) {
		for (const { x, y } of layOut({ title }).glyphs) {
			expect(x).toBeGreaterThanOrEqual(72);
			expect(x).toBeLessThan(1200 - 72);
			expect(y).toBeGreaterThan(56);
			expect(y).toBeLessThan(630 - 60);
		}
	}
});

test('a longer title is set smaller, and ends above the rule', () => {
	const sizes = [10, 60, 100, 160].map((length) => {
		const layout = layOut({ title: 'abcd '.repeat(length / 5).trim() });
		const title = titleOf(layout);
		expect(Math.max(...title.map(({ y }) => y))).toBeLessThan(longRule(layout));
		return title[0]?.size;
	});
	expect(sizes).toEqual([80, 68, 58, 48]);
});

test('the title stands in the middle, whatever stands below', () => {
	const middle = (facts: string[]) => {
		const layout = layOut({ title: 'Short', facts });
		return (longRule(layout) + 111) / 2 - (titleOf(layout)[0]?.y ?? 0);
	};
	expect(Math.abs(middle(card.facts) - middle(card.facts.slice(1)))).toBeLessThanOrEqual(1);
	expect(longRule(layOut({ facts: card.facts.slice(1) })) - longRule(layOut())).toBe(42);
});

test('a fact that would run into the count goes on in a second line', () => {
	const facts = ['W'.repeat(20) + ' ' + 'W'.repeat(20), '8 November 2018'];
	expect(longRule(layOut({ facts: ['W', '8 November 2018'] })) - longRule(layOut({ facts }))).toBe(
		42,
	);
});

test('what is critical is red and has the double rule; where nothing is, it has neither', () => {
	const reds = (critical: string) => {
		const { glyphs, rules } = layOut({ critical });
		return [
			glyphs.filter(({ ink }) => ink === 'red').length,
			rules.filter(({ ink }) => ink === 'red').length,
		];
	};
	expect(reds('1 critical')).toEqual(['1 critical'.length, 4]);
	expect(reds('0 critical')).toEqual([0, 2]);
});

test('the number ends where the rule ends', () => {
	const { glyphs } = layOut();
	const number = glyphs.filter(({ ink, y }) => ink === 'ink-soft' && y < 111);
	expect(number).toHaveLength('No. 7'.length);
	expect(Math.max(...number.map(({ x }) => x))).toBeGreaterThan(1200 - 72 - 20);
	expect(layOut({ place: undefined }).glyphs).toHaveLength(layOut().glyphs.length - 5);
});
