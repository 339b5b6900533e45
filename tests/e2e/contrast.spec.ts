import type { Page } from '@playwright/test';
import { expect, sites, test } from './site-test.ts';

type Pair = { what: string; front: string; behind: string };

/** The tokens of text on those of paper, as the browser resolves them. */
function resolveTokens(): Pair[] {
	const probe = document.body.appendChild(document.createElement('span'));
	const resolve = (token: string) => {
		probe.style.color = `var(${token})`;
		return getComputedStyle(probe).color;
	};
	const fronts = ['--ink', '--ink-soft', '--blue', '--red'];
	const pairs = ['--paper', '--paper-machine', '--target'].flatMap((behind) =>
		fronts.map((front) => [front, behind]),
	);
	// What a search found is ink, whatever it was before.
	return [...pairs, ['--ink', '--found']].map(([front = '', behind = '']) => ({
		what: `${front} on ${behind}`,
		front: resolve(front),
		behind: resolve(behind),
	}));
}

/** The rules under captured words, whether drawn as decoration or as border, on the paper behind them. */
function resolveRules(): Pair[] {
	const paperOf = (element: Element | null): string => {
		if (!element) return 'white';
		const { backgroundColor } = getComputedStyle(element);
		return backgroundColor === 'rgba(0, 0, 0, 0)'
			? paperOf(element.parentElement)
			: backgroundColor;
	};
	const plain = getComputedStyle(document.body);
	return [...document.querySelectorAll('.captured mark')].flatMap((mark) => {
		const style = getComputedStyle(mark);
		const isDecorated = style.textDecorationLine !== 'none';
		const isBordered = parseFloat(style.borderBottomWidth) > 0;
		const front = isDecorated
			? style.textDecorationColor
			: isBordered
				? style.borderBottomColor
				: plain.backgroundColor;
		return [paperOf(mark), plain.backgroundColor].map((behind) => ({
			what: `rule of ${mark.className} on ${behind}`,
			front,
			behind,
		}));
	});
}

/** How much lighter the lighter of two colours is, as WCAG counts it; the browser reads what they mean. */
function contrastsOf(pairs: Pair[]): { what: string; ratio: number }[] {
	const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	const lightOf = (colour: string): number => {
		if (!context) throw new Error('This browser has no canvas.');
		context.fillStyle = colour;
		context.fillRect(0, 0, 1, 1);
		const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map(
			(value) =>
				value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4,
		);
		return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
	};
	return pairs.map(({ what, front, behind }) => {
		const [light = 0, dark = 0] = [lightOf(front), lightOf(behind)].sort((a, b) => b - a);
		return { what, ratio: (light + 0.05) / (dark + 0.05) };
	});
}

async function findTooFaint(page: Page, pairs: Pair[], least: number): Promise<string[]> {
	const contrasts = await page.evaluate(contrastsOf, pairs);
	const faint = contrasts
		.filter(({ ratio }) => !(ratio >= least))
		.map(({ what, ratio }) => `${what}: ${ratio.toFixed(2)}`);
	return [...new Set(faint)];
}

for (const colorScheme of ['light', 'dark'] as const)
	test(`text has contrast 4.5 on every paper, rules 3, ${colorScheme}`, async ({ page }) => {
		await page.emulateMedia({ colorScheme });
		await page.goto(`${sites.fixture()}/a/1/`);
		expect(await findTooFaint(page, await page.evaluate(resolveTokens), 4.5)).toEqual([]);
		const rules = await page.evaluate(resolveRules);
		for (const kind of ['minor', 'major', 'critical', 'capture'])
			expect(rules.map(({ what }) => what)).toContainEqual(expect.stringContaining(kind));
		expect(await findTooFaint(page, rules, 3)).toEqual([]);
	});

test('contrast is counted as WCAG counts it', async ({ page }) => {
	const pairs = [
		{ what: 'most', front: '#000', behind: 'white' },
		{ what: 'just enough', front: '#767676', behind: '#fff' },
		{ what: 'just too little', front: '#777', behind: '#fff' },
	];
	await page.setContent('<!DOCTYPE html><p>Words.</p>');
	expect(await findTooFaint(page, pairs, 4.5)).toEqual(['just too little: 4.48']);
	const [most] = await page.evaluate(contrastsOf, pairs);
	expect(most?.ratio).toBeCloseTo(21);
});
