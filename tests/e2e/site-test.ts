import { test as base, expect, type Page } from '@playwright/test';

/** Addresses of the two sites under test. */
export const sites = {
	archive: () => process.env['ARCHIVE_URL'] ?? '',
	fixture: () => process.env['FIXTURE_URL'] ?? '',
};

/** Keep, as a reader’s browser does from the second page on, that all faces are there; or forget it. */
export async function keepFaces(page: Page, isKept: boolean): Promise<void> {
	await page.addInitScript((kept) => {
		if (origin === 'null') return;
		if (kept) localStorage.setItem('calque-faces', 'on');
		else localStorage.removeItem('calque-faces');
	}, isKept);
}

/** List the faces in which the letters of an element are painted, and whether each is one of the site's own. */
export async function listPaintedFaces(page: Page, selector: string) {
	const session = await page.context().newCDPSession(page);
	await session.send('DOM.enable');
	await session.send('CSS.enable');
	const { root } = await session.send('DOM.getDocument');
	const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
	const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
	return fonts;
}

/**
 * A page, with all its faces, that fails its test when it logs an error, breaks its own policy or asks another
 * host for anything.
 */
export const test = base.extend<{ watched: undefined; expected: RegExp }>({
	/** What the browser may log: in most tests, that a page is missing or the worker not wanted. */
	expected: [/404 \(Not Found\)|Service Worker registration blocked/, { option: true }],
	watched: [
		async ({ page, expected }, use) => {
			await keepFaces(page, true);
			const complaints: string[] = [];
			page.on('console', (message) => {
				if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
			});
			page.on('pageerror', (error) => complaints.push(error.message));
			page.on('request', (request) => {
				const { hostname, protocol } = new URL(request.url());
				if (protocol.startsWith('http') && hostname !== 'localhost') complaints.push(request.url());
			});
			await use(undefined);
			expect(complaints.filter((text) => !expected.test(text))).toEqual([]);
		},
		{ auto: true },
	],
});

/** One page of every type, on the site that shows most of it. */
export const pageTypes: [name: string, site: () => string, path: string][] = [
	['home', sites.archive, '/'],
	['offline', sites.archive, '/offline/'],
	['article without its capture', sites.archive, '/a/2/'],
	['native article', sites.archive, '/a/4/'],
	['article with its capture', sites.fixture, '/a/1/'],
	['hostile article', sites.fixture, '/a/4/'],
	['revision', sites.archive, '/a/3/v1/'],
	['history', sites.archive, '/a/3/history/'],
	['citations', sites.archive, '/a/3/cite/'],
	['scores', sites.archive, '/a/1/scores/'],
	['note', sites.archive, '/a/3/n/telegram-blocks/'],
	['types', sites.archive, '/types/'],
	['family of types', sites.archive, '/types/accuracy/'],
	['type', sites.archive, '/types/accuracy/role-reversal/'],
	['suggestions', sites.archive, '/suggestions/'],
	['rule that suggests', sites.archive, '/suggestions/known-rendering/'],
	['suggestions not measured', sites.fixture, '/suggestions/'],
	['terms', sites.archive, '/terms/'],
	['term', sites.archive, '/terms/blokirovka/'],
	['term in context', sites.fixture, '/terms/osushchestvlyat/'],
	['events', sites.archive, '/events/'],
	['accounts of an event', sites.archive, '/compare/2018-04-16-blocking-begins/'],
	['accounts with their captures', sites.fixture, '/compare/bridge-opens/'],
	['translations of one original', sites.fixture, '/compare/originals/5/'],
	['people', sites.archive, '/people/'],
	['organisations', sites.archive, '/organisations/'],
	['outlets', sites.archive, '/outlets/'],
	['notes', sites.archive, '/notes/'],
	['notes of a severity by type', sites.archive, '/notes/severity/major/by-type/'],
	['hostile notes', sites.fixture, '/notes/by-severity/'],
	['search', sites.archive, '/search/?q=encryption'],
	['quality', sites.archive, '/quality/'],
	['quality with a hostile article', sites.fixture, '/quality/'],
	['data', sites.archive, '/data/'],
	['method', sites.archive, '/method/'],
	['typology', sites.archive, '/typology/'],
	['about', sites.archive, '/about/'],
	['not found', sites.archive, '/nowhere/at/all/'],
];

/** Press Tab until the element matched by `selector` has the focus; fails after `limit` presses. */
export async function tabTo(page: Page, selector: string, limit = 120): Promise<void> {
	for (let presses = 0; presses < limit; presses++) {
		await page.keyboard.press('Tab');
		if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))
			return;
	}
	throw new Error(`${selector} was not reached in ${limit} presses of Tab.`);
}

export { expect };
