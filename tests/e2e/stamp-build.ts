import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeContentsFile } from '../../scripts/building/contents-file.ts';
import { openArticles } from '../../scripts/open-articles.ts';
import { sourceOf, writeIndex } from '../../scripts/search-files.ts';
import { keepArchive } from '../../src/edition/keep-archive.ts';
import { contentFolders } from '../../src/edition/read-archive.ts';
import { indexPageOf } from '../../src/search/index-page.ts';
import { copySite } from './open-host.ts';
import { expect } from './site-test.ts';

/**
 * Make a build that tells itself from every other: each page bears the stamp, each sheet, script and face has it
 * in its name, and each note in the search ends with the word `stamp` and the stamp. Returns the folder that the
 * site is in, as `x`.
 */
export async function stampBuild(stamp: string): Promise<string> {
	const parent = copySite();
	const folder = join(parent, 'x');
	const names = new Map(
		readdirSync(join(folder, '_astro')).map((name) => [
			name,
			name.replace(/\.\w+$/, (ending) => `-stamp-${stamp}${ending}`),
		]),
	);
	for (const [name, stamped] of names)
		renameSync(join(folder, '_astro', name), join(folder, '_astro', stamped));
	for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		if (!/\.(?:html|css|js)$/.test(file) || file.startsWith('pagefind')) continue;
		const text = readFileSync(join(folder, file), 'utf8');
		const renamed = text.replace(/[\w.@-]+\.(?:css|js|woff2)/g, (name) => names.get(name) ?? name);
		writeFileSync(
			join(folder, file),
			renamed.replace('<main id="main"', `<main id="main" data-build="${stamp}"`),
		);
	}
	const articles = openArticles().map((article) => ({
		...article,
		notes: article.notes.map((note) => ({
			...note,
			comment: `${note.comment} stamp${stamp}`,
		})),
	}));
	await writeIndex(
		articles.flatMap((article) => indexPageOf(article) ?? []).map(sourceOf),
		join(folder, 'pagefind'),
	);
	const contents = join(parent, 'contents.json');
	writeContentsFile(contents, keepArchive(contentFolders()));
	execFileSync(process.execPath, ['scripts/write-offline.ts', folder, contents]);
	rmSync(contents);
	return parent;
}

/** Expect that the page that is open is whole and of one build, with all that it loaded; returns the build. */
export async function expectOneBuild(page: Page): Promise<string> {
	await page.waitForLoadState('load');
	const { build, loaded, unstyled } = await page.evaluate(() => ({
		build: document.querySelector('main')?.dataset['build'] ?? 'none',
		loaded: performance
			.getEntriesByType('resource')
			.filter(({ name }) => name.includes('/_astro/'))
			.map((entry) => {
				const { name, responseStatus } = entry as PerformanceResourceTiming;
				return { name: name.slice(name.lastIndexOf('/') + 1), responseStatus };
			}),
		unstyled: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')]
			.filter(({ sheet }) => {
				try {
					return !sheet?.cssRules.length;
				} catch {
					// The rules of one that failed may not be read.
					return true;
				}
			})
			.map(({ href }) => href),
	}));
	const faults = loaded.filter(
		({ name, responseStatus }) => responseStatus !== 200 || !name.includes(`-stamp-${build}.`),
	);
	expect({ faults, unstyled }, page.url()).toEqual({ faults: [], unstyled: [] });
	expect(loaded.length, page.url()).toBeGreaterThan(0);
	return build;
}

/** Expect that the search page that is open, and what it finds, are of one build; returns the build. */
export async function expectOneSearch(page: Page, others: readonly string[]): Promise<string> {
	const build = await expectOneBuild(page);
	const status = page.getByRole('status').first();
	for (const other of others) {
		await page.getByLabel('Words to find').fill(`stamp${other}`);
		await expect(status).toContainText(
			other === build ? /^\d+ (?:or more )?passages found/ : 'Nothing found',
		);
	}
	return build;
}

/** Expect that each file of the shell is the one that its list names. */
export async function expectWholeShell(page: Page): Promise<void> {
	const wrong = await page.evaluate(async () => {
		const found: string[] = [];
		for (const name of await caches.keys()) {
			if (!name.includes('precache')) continue;
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				const bytes = (await (await cache.match(request))?.arrayBuffer()) ?? new ArrayBuffer();
				const digest = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))];
				const hash = digest.map((byte) => byte.toString(16).padStart(2, '0')).join('');
				if (!request.url.endsWith(hash)) found.push(request.url);
			}
		}
		return found;
	});
	expect(wrong).toEqual([]);
}
