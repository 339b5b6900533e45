import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import type { default as Axe } from 'axe-core';
import type { Page } from '@playwright/test';
import { listArticleFolders, readArchive } from '../../src/edition/read-archive.ts';
import { sliceCodePoints, toCodePoint } from '../../src/text/code-points.ts';
import { makeFolder } from '../build-site.ts';
import { expect, fill, holdPage, select, write, writeWithin } from './editor-actions.ts';
import { layEditorArchive } from './editor-archive.ts';
import { chooseSelections } from './editor-selections.ts';
import { serveForEditing, type EditorServer } from './editor-server.ts';
import { test } from './site-test.ts';

declare const axe: typeof Axe;

const SEED = 20_261_127;
const SELECTIONS = 200;

type Folders = { content: string; captures: string };

/**
 * The archives to write notes in: a test's own and, where captures are named, the real one with them. So many
 * notes are written by mouse and keys alone, the others by the same dialog within the page.
 */
const archives: [name: string, byHand: number, lay: () => Folders][] = [
	['the test archive and the open articles', 40, layEditorArchive],
];
const named = process.env['CALQUE_CAPTURES'];
if (named)
	archives.push([
		'the archive with the captures at hand',
		8,
		() => {
			const content = makeFolder('content');
			cpSync('content', content, { recursive: true });
			return { content, captures: resolve(named) };
		},
	]);

function runOn(folders: Folders, script: string) {
	const env = {
		...process.env,
		CALQUE_CONTENT: folders.content,
		CALQUE_CAPTURES: folders.captures,
	};
	return spawnSync(process.execPath, [script], { env, encoding: 'utf8' });
}

function lay(layArchive: () => Folders): Folders {
	const folders = layArchive();
	runOn(folders, 'scripts/write-anchors.ts');
	expect(runOn(folders, 'scripts/check-content.ts').stdout).toContain('no problems');
	return folders;
}

const commentaryOf = ({ content }: Folders, number: number) => {
	const folder = listArticleFolders(content).find((name) => name.startsWith(`${number}-`)) ?? '';
	return join(content, 'articles', folder, 'commentary.mdx');
};

/** Everything that is in the content folder, by name. */
function stateOf({ content }: Folders): string {
	const files = readdirSync(content, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	return files.map((file) => `${file}\n${readFileSync(file, 'utf8')}`).join('\n');
}

async function openEditor(page: Page, address: string, article: number): Promise<void> {
	await page.goto(`${address}/a/${article}/`);
	await expect(page.locator('.annotate button')).toBeVisible();
}

// Refusals and conflicts are answers, which the browser logs as failures.
test.use({ expected: /status of (?:409|422)|Service Worker registration blocked/ });

for (const [name, countByHand, layArchive] of archives)
	test.describe(name, () => {
		test.describe.configure({ mode: 'serial', timeout: 1_200_000 });
		let folders: Folders;
		let server: EditorServer;

		test.beforeAll(async () => {
			folders = lay(layArchive);
			server = await serveForEditing(folders.content, folders.captures);
		});
		test.afterAll(() => {
			server.stop();
		});

		test(`notes on ${SELECTIONS} selections pass every check with no hand edit: ${name}`, async ({
			page,
			context,
		}) => {
			const selections = chooseSelections(folders, SELECTIONS, SEED);
			expect(selections).toHaveLength(SELECTIONS);
			const spans = new Map<string, [start: number, end: number]>();
			const capturedAt = new Map<number, ReturnType<typeof readArchive>['articles'][number]>();
			for (const article of readArchive(folders).articles)
				capturedAt.set(article.record.value?.number ?? 0, article);
			const keep = (
				id: string,
				{ article, paragraph, startCodeUnit, endCodeUnit }: (typeof selections)[0],
			) => {
				const capture = capturedAt.get(article)?.capture;
				const from = capture?.paragraphs[paragraph - 1]?.startCodeUnit ?? 0;
				const text = capture?.text ?? '';
				spans.set(`${article} ${id}`, [
					toCodePoint(text, from + startCodeUnit),
					toCodePoint(text, from + endCodeUnit),
				]);
			};
			const byHand = selections.filter((_, index) => index % (SELECTIONS / countByHand) === 0);
			for (const selection of byHand) {
				if (!page.url().endsWith(`/a/${selection.article}/`))
					await openEditor(page, server.address, selection.article);
				await expect(page.locator('.annotate button')).toBeVisible();
				await select(page, selection);
				await page.getByRole('button', { name: 'Note on the selection' }).click();
				await fill(page, selection);
				const id = await write(page);
				keep(id, selection);
				// The page shows the note by itself.
				await expect(page.locator(`#note-${id} .edit-note`)).toBeAttached();
			}
			const quick = await context.newPage();
			await holdPage(quick);
			const others = selections
				.filter((selection) => !byHand.includes(selection))
				.sort((a, b) => a.article - b.article);
			for (const selection of others) {
				if (!quick.url().endsWith(`/a/${selection.article}/`))
					await openEditor(quick, server.address, selection.article);
				keep(await writeWithin(quick, selection), selection);
			}
			expect(spans.size).toBe(SELECTIONS);
			const checked = runOn(folders, 'scripts/check-content.ts');
			expect(checked.stdout).toContain('no problems');
			expect(checked.status).toBe(0);
			for (const article of readArchive(folders).articles)
				for (const { note, start, end, exact } of article.anchors.value?.notes ?? []) {
					const span = spans.get(`${article.record.value?.number ?? 0} ${note}`);
					if (span) expect([start, end]).toEqual(span);
					if (span) expect(sliceCodePoints(article.capture?.text ?? '', start, end)).toBe(exact);
					spans.delete(`${article.record.value?.number ?? 0} ${note}`);
				}
			expect([...spans]).toEqual([]);
		});
	});

test.describe('the editor', () => {
	test.describe.configure({ mode: 'serial' });
	let folders: Folders;
	let server: EditorServer;

	test.beforeAll(async () => {
		folders = lay(layEditorArchive);
		server = await serveForEditing(folders.content, folders.captures);
	});
	test.afterAll(() => {
		server.stop();
	});

	test('a note is written by the keyboard alone, and Escape leaves without writing', async ({
		page,
	}) => {
		await openEditor(page, server.address, 1);
		const file = commentaryOf(folders, 1);
		const before = readFileSync(file, 'utf8');
		const button = page.locator('.annotate button');
		await button.focus();
		await page.keyboard.press('Enter');
		const dialog = page.getByRole('dialog', { name: 'New note' });
		await expect(dialog.getByLabel('Captured words')).toBeFocused();
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await expect(button).toBeFocused();
		await page.keyboard.press('Enter');
		await page.keyboard.type('town');
		await page.keyboard.press('Escape');
		await expect(dialog).toContainText('Press Escape again');
		await page.keyboard.press('Escape');
		await expect(dialog).toBeHidden();
		await page.keyboard.press('Enter');
		await page.keyboard.type('the');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.type('3');
		await expect(dialog.getByRole('radio')).toHaveCount(2);
		await page.keyboard.press('Tab');
		await page.keyboard.press('Tab');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('Tab');
		await page.keyboard.type('Function words');
		for (const label of ['Explanation', 'Layer of work']) {
			const field = dialog.getByLabel(label, { exact: true });
			for (let presses = 0; presses < 12; presses++) {
				await page.keyboard.press('Tab');
				if (await field.evaluate((one) => one === document.activeElement)) break;
			}
			await expect(field).toBeFocused();
			await page.keyboard.press('ControlOrMeta+a');
			await page.keyboard.type(`By the keyboard: ${label.toLowerCase()}.`);
		}
		expect(readFileSync(file, 'utf8')).toBe(before);
		await page.keyboard.press('Enter');
		const insist = dialog.getByRole('button', { name: 'Write it all the same' });
		const note = page.locator('#note-the');
		await expect(insist.or(note).first()).toBeVisible();
		if (await insist.isVisible()) await insist.press('Enter');
		await expect(note).toBeVisible();
		expect(readFileSync(file, 'utf8')).toContain('By the keyboard: explanation.');
		expect(readFileSync(file, 'utf8')).toMatch(
			/id="the" p=\{3\} captured="the" (?:prefix|suffix)=/,
		);
	});

	test('words selected with the mouse across marks are those of the note', async ({ page }) => {
		await openEditor(page, server.address, 1);
		const text = page.locator('#p4 .captured');
		await text.scrollIntoViewIfNeeded();
		const [from, to] = await text.evaluate((one) => {
			const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
			const boxes: DOMRect[] = [];
			for (let node = walker.nextNode(); node; node = walker.nextNode())
				for (const word of ['nobody', 'pass']) {
					const at = node.textContent?.indexOf(word) ?? -1;
					if (at < 0) continue;
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + word.length);
					boxes.push(range.getBoundingClientRect());
				}
			return boxes.map(({ left, right, top, height }) => ({ left, right, y: top + height / 2 }));
		});
		if (!from || !to) throw new Error('The words are not there.');
		await page.mouse.move(from.left + 1, from.y);
		await page.mouse.down();
		await page.mouse.move(to.right - 1, to.y, { steps: 8 });
		await page.mouse.up();
		await page.getByRole('button', { name: 'Note on the selection' }).click();
		await expect(page.getByLabel('Captured words')).toHaveValue(
			'nobody we have not forbidden to pass',
		);
		await expect(page.getByRole('dialog').getByLabel('Type', { exact: true })).toBeFocused();
	});

	test('a note is edited and taken back', async ({ page }) => {
		await openEditor(page, server.address, 5);
		await page.locator('#note-gave-to-know .edit-note').click();
		const dialog = page.getByRole('dialog', { name: 'Edit note gave-to-know' });
		await expect(dialog.getByLabel('Correction')).toHaveValue('announced');
		await dialog.getByLabel('Correction').fill('let it be "known"');
		await write(page);
		await expect(page.locator('#note-gave-to-know')).toContainText('let it be "known"');
		expect(readFileSync(commentaryOf(folders, 5), 'utf8')).toContain(
			`correction='let it be "known"'`,
		);
		await page.locator('#note-gave-to-know .edit-note').click();
		await dialog.getByText('Take the note back').click();
		await dialog.getByRole('button', { name: 'Withdraw the note' }).click();
		await expect(dialog).toContainText('withdrawals-are-explained');
		await dialog.getByLabel('Reason').fill('It is "idiomatic".');
		await dialog.getByRole('button', { name: 'Withdraw the note' }).click();
		await expect(page.locator('.withdrawn')).toContainText('It is "idiomatic".');
		expect(runOn(folders, 'scripts/check-content.ts').stdout).toContain('no problems');
	});

	test('a file that was changed underneath is never overwritten, and both are shown', async ({
		page,
	}) => {
		const file = commentaryOf(folders, 8);
		await openEditor(page, server.address, 8);
		await page.locator('.annotate button').click();
		const dialog = page.getByRole('dialog');
		await dialog.getByLabel('Captured words').fill('<b>locks</b>');
		await dialog.getByLabel('Explanation').fill('Not what was said.');
		await dialog.getByLabel('Layer of work').fill('first reading');
		// The page is loaded again when the file changes, and what was filled in is there again.
		const loaded = page.waitForEvent('load');
		appendFileSync(file, 'Somebody else’s prose.\n');
		await loaded;
		await expect(dialog.getByLabel('Explanation')).toHaveValue('Not what was said.');
		await dialog.getByRole('button', { name: 'Write the note' }).click();
		await expect(dialog).toContainText('the file was changed in the meantime');
		await expect(dialog.getByRole('region', { name: 'The file as it is now' })).toHaveText(
			/Somebody else’s prose\./,
		);
		await expect(dialog.getByRole('region', { name: 'Your note' })).toContainText(
			'captured="<b>locks</b>"',
		);
		expect(readFileSync(file, 'utf8')).toBe('Somebody else’s prose.\n');
		await dialog.getByRole('button', { name: 'Go on from the file' }).click();
		await expect(dialog).toContainText('is kept');
		await write(page);
		const text = readFileSync(file, 'utf8');
		expect(text).toContain('Somebody else’s prose.\n');
		expect(text).toContain('Not what was said.');
	});

	test('of many changes underneath, each at another moment, none is overwritten', async ({
		page,
	}) => {
		await holdPage(page);
		const file = commentaryOf(folders, 7);
		const selections = chooseSelections(folders, 200, SEED + 1)
			.filter(({ article }) => article === 7)
			.slice(0, 12);
		expect(selections).toHaveLength(12);
		await openEditor(page, server.address, 7);
		for (const [index, selection] of selections.entries()) {
			appendFileSync(file, `\nChange ${index}.\n`);
			const before = readFileSync(file, 'utf8');
			await expect(writeWithin(page, selection)).rejects.toThrow('was changed in the meantime');
			expect(readFileSync(file, 'utf8')).toBe(before);
			await page.getByRole('button', { name: 'Cancel' }).click();
		}
	});

	test('a request from elsewhere, or without the token, changes nothing', async ({ page }) => {
		await openEditor(page, server.address, 1);
		const host = new URL(server.address).host;
		const before = stateOf(folders);
		const token = await page.evaluate(async () => {
			const response = await fetch('/__calque/editor/session', {
				method: 'POST',
				headers: { 'Content-Type': 'application/json' },
				body: '{}',
			});
			return ((await response.json()) as { token: string }).token;
		});
		expect(token).toMatch(/^[0-9a-f]{64}$/);
		const opened = await send(host, 'open', token, { body: { article: 1 } });
		expect(opened.status).toBe(200);
		const { sha256 } = JSON.parse(opened.text) as { sha256: string };
		const draft = {
			...{ paragraph: 1, startCodeUnit: 4, endCodeUnit: 12, type: 'style/awkward' },
			...{ severity: 'minor', confidence: 'certain', explanation: 'Planted.', by: 'nobody' },
		};
		const change = { kind: 'add', draft };
		const body = { article: 1, sha256, isTrial: false, accepted: [], change };
		const attempts: [Parameters<typeof send>[3], number[]][] = [
			[{ body, headers: { 'X-Calque-Token': '' } }, [403]],
			[{ body, headers: { 'X-Calque-Token': token.replace(/^./, 'g') } }, [403]],
			[{ body, headers: { Origin: 'http://evil.example' } }, [403]],
			[{ body, headers: { Origin: 'http://localhost:1' } }, [403]],
			[{ body, headers: { Origin: 'null' } }, [403]],
			[{ body, headers: { Origin: '' } }, [403]],
			[{ body, headers: { Host: 'evil.example', Origin: 'http://evil.example' } }, [403]],
			[{ body, headers: { 'Sec-Fetch-Site': 'cross-site' } }, [403]],
			[{ body, headers: { 'Content-Type': 'text/plain' } }, [415]],
			[{ body, method: 'PUT' }, [405]],
			[{ body, method: 'PATCH' }, [405]],
			[{ body: { ...body, sha256: '0'.repeat(64) } }, [409]],
			[{ body: { ...body, article: 99 } }, [404]],
			[{ body: { ...body, article: '../../1' } }, [400]],
			[{ body: { ...body, file: '/etc/passwd' } }, [400]],
			[{ body: { ...body, pad: 'x'.repeat(300_000) } }, [413]],
			[{ body, action: '../change' }, [404]],
		];
		for (const [attempt, statuses] of attempts)
			expect(statuses, JSON.stringify(attempt).slice(0, 200)).toContain(
				(await send(host, 'change', token, attempt)).status,
			);
		const address = `${server.address}/__calque/editor/session`;
		expect((await page.request.get(address)).status()).toBe(405);
		expect(stateOf(folders)).toBe(before);
	});

	test('a page of another origin learns no token and cannot write', async ({ browser }) => {
		const before = stateOf(folders);
		const elsewhere = createServer((_request, response) => {
			response
				.setHeader('Content-Type', 'text/html')
				.end('<!doctype html><title>Elsewhere</title>');
		});
		await new Promise<void>((resolve) => elsewhere.listen(0, 'localhost', resolve));
		const { port } = elsewhere.address() as AddressInfo;
		const page = await browser.newPage();
		await page.goto(`http://localhost:${port}/`);
		const statuses = await page.evaluate(async (address) => {
			const outcomes: unknown[] = [];
			for (const action of ['session', 'change'])
				for (const mode of ['cors', 'no-cors'] as const)
					for (const type of ['application/json', 'text/plain'])
						outcomes.push(
							await fetch(`${address}/__calque/editor/${action}`, {
								...{ method: 'POST', mode, body: '{}', headers: { 'Content-Type': type } },
							}).then(
								({ ok }) => ok,
								() => false,
							),
						);
			return outcomes;
		}, server.address);
		expect(statuses).toEqual(Array(8).fill(false));
		await page.close();
		elsewhere.close();
		expect(stateOf(folders)).toBe(before);
	});

	for (const width of [320, 768, 1280])
		for (const colorScheme of ['light', 'dark'] as const)
			test(`the editor has no barrier and no sideways scroll at ${width} px, ${colorScheme}`, async ({
				page,
			}) => {
				await page.setViewportSize({ width, height: 800 });
				await page.emulateMedia({ colorScheme });
				await openEditor(page, server.address, 8);
				const source = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
				await page.evaluate(readFileSync(source, 'utf8'));
				const judge = async () => {
					const barriers = await page.evaluate(async () => {
						const { violations } = await axe.run({ resultTypes: ['violations'] });
						return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
					});
					expect(barriers).toEqual([]);
					const widths = await page.evaluate(() =>
						[document.documentElement, ...document.querySelectorAll('dialog[open]')].map(
							(one) => one.scrollWidth - one.clientWidth,
						),
					);
					expect(Math.max(...widths)).toBeLessThanOrEqual(0);
				};
				await judge();
				await page.locator('.annotate button').click();
				const dialog = page.getByRole('dialog');
				await dialog.getByLabel('Captured words').fill('lock');
				await judge();
				await dialog.getByRole('button', { name: 'Write the note' }).click();
				await expect(dialog.getByRole('heading', { name: /^Not written/ })).toBeFocused();
				await judge();
				await dialog.getByLabel('Explanation').fill('A trial.');
				await dialog.getByLabel('Layer of work').fill('first reading');
				await dialog.getByRole('button', { name: 'Try it' }).click();
				await expect(dialog).toContainText('It breaks no rule');
				await judge();
			});
});

test('nothing of the editor is in a built site', () => {
	const files = readdirSync('dist', { recursive: true, encoding: 'utf8' });
	const marks = /__calque|calque-token|note-editor|is-edited|calque-editor|calque-layer/i;
	const texts = files.filter((name) => /\.(?:html|js|mjs|css|json|webmanifest|map)$/.test(name));
	expect(texts.length).toBeGreaterThan(100);
	expect(texts.filter((name) => marks.test(readFileSync(join('dist', name), 'utf8')))).toEqual([]);
	expect(files.filter((name) => /editor|annotate/i.test(name))).toEqual([]);
});

type Attempt = {
	body: object;
	headers?: { [name: string]: string };
	method?: string;
	action?: string;
};

/** Send a request as the editor does, but for what an attempt changes. */
function send(
	host: string,
	action: string,
	token: string,
	attempt: Attempt,
): Promise<{ status: number; text: string }> {
	const { hostname, port } = new URL(`http://${host}`);
	return new Promise((resolve, reject) => {
		const sent = request(
			{
				...{ hostname, port, method: attempt.method ?? 'POST' },
				path: `/__calque/editor/${attempt.action ?? action}`,
				headers: {
					...{ Host: host, Origin: `http://${host}`, 'Content-Type': 'application/json' },
					...{ 'X-Calque-Token': token, ...attempt.headers },
				},
			},
			(response) => {
				let text = '';
				response.on('data', (part: Buffer) => (text += part.toString()));
				response.on('end', () => {
					resolve({ status: response.statusCode ?? 0, text });
				});
			},
		);
		sent.once('error', reject);
		sent.end(JSON.stringify(attempt.body));
	});
}
