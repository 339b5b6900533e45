import { cpSync, rmSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { join } from 'node:path';
import { listenOnLoopback, serveFolder } from '../../scripts/serve-folder.ts';
import { makeFolder } from '../build-site.ts';
import type { Page } from '@playwright/test';
import { expect } from './site-test.ts';

let nextPort = 4810 + Number(process.env['TEST_PARALLEL_INDEX'] ?? 0) * 40;

/** A host of a site in a folder, `x`, which can go, come back, fail and get another build. */
export type Host = {
	/** Without a slash at its end. */
	site: string;
	/** Where the site's files are. */
	folder: string;
	/** The addresses that were asked for since the host was last started or stopped. */
	asked: string[];
	/** Called before each answer; what it does is done by then. */
	onAsk: (address: string) => void;
	fail: () => void;
	/** Serve the site that is in the folder `x` of another folder. */
	deploy: (parent: string) => void;
	start: () => Promise<void>;
	stop: () => Promise<void>;
};

/** Copy the built site into the folder `x` of a new one, which is returned. */
export function copySite(): string {
	const parent = makeFolder('offline-site');
	cpSync('dist', join(parent, 'x'), { recursive: true });
	return parent;
}

/** Serve the site in the folder `x` of `parent` on the next free port. */
export async function openHost(parent = copySite()): Promise<Host> {
	let isFailing = false;
	let serve = serveFolder(parent);
	let servers: Server[] = [];
	const listener: RequestListener = (request, response) => {
		const address = request.url ?? '';
		host.asked.push(address);
		host.onAsk(address);
		if (isFailing) response.writeHead(500).end('broken');
		else serve(request, response);
	};
	const host: Host = {
		site: '',
		folder: join(parent, 'x'),
		asked: [],
		onAsk: () => undefined,
		fail: () => {
			isFailing = true;
		},
		deploy: (other) => {
			serve = serveFolder(other);
			host.folder = join(other, 'x');
		},
		start: async () => {
			host.asked.length = 0;
			servers = await listenOnLoopback(listener, Number(new URL(host.site).port));
		},
		stop: async () => {
			for (const server of servers) {
				server.closeAllConnections();
				await new Promise((closed) => server.close(closed));
			}
			servers = [];
			host.asked.length = 0;
		},
	};
	for (let tries = 0; ; tries++) {
		host.site = `http://localhost:${nextPort++}/x`;
		try {
			await host.start();
			return host;
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || tries > 200) throw error;
		}
	}
}

/** Stop a host for good and delete its files. */
export async function closeHost(host: Host): Promise<void> {
	await host.stop();
	rmSync(join(host.folder, '..'), { recursive: true, force: true });
}

/** Load a page and wait until the worker answers for the site. */
export async function install(page: Page, site: string): Promise<void> {
	await page.goto(`${site}/`);
	await page.evaluate(async () => navigator.serviceWorker.ready);
	await expect
		.poll(() =>
			page.evaluate(async () => {
				const registration = await navigator.serviceWorker.getRegistration();
				return registration?.active?.state;
			}),
		)
		.toBe('activated');
	await page.reload();
	expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
}

/** Search, and give the addresses that were found. */
export async function searchFor(page: Page, site: string, words: string): Promise<string[]> {
	await page.goto(`${site}/search/?q=${encodeURIComponent(words)}`);
	await expect(page.getByRole('status').first()).toContainText('found');
	return page
		.locator('.results a')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
}

/** Look for a newer build, and wait until its worker waits. */
export async function fetchUpdate(page: Page): Promise<void> {
	await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
	await expect
		.poll(() =>
			page.evaluate(async () =>
				Boolean((await navigator.serviceWorker.getRegistration())?.waiting),
			),
		)
		.toBe(true);
}
