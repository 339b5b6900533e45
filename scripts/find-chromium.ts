import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/** Chromium's own traffic and the sandbox that root cannot have are no part of what is tested. */
export const quietArguments: readonly string[] = [
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
];

/**
 * Find a Chromium for the browser tests: CHROME_PATH, Playwright's own, then chromium or google-chrome on
 * the PATH. Returns nothing where there is none.
 */
export function findChromium(): string | undefined {
	const named = process.env['CHROME_PATH'];
	if (named && isFile(named)) return named;
	const own = chromium.executablePath();
	if (isFile(own)) return own;
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isFile);
}

/** Find a Chromium, installing one where that can be done unasked. Returns nothing where it cannot. */
export function findOrInstallChromium(): string | undefined {
	const found = findChromium();
	if (found) return found;
	console.log('No Chromium found for the browser tests; installing one.');
	const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
	const attempts = isDebianRoot
		? [installFromDebian, installFromPlaywright]
		: [installFromPlaywright];
	for (const install of attempts) {
		try {
			install();
		} catch {
			continue;
		}
		const installed = findChromium();
		if (installed) return installed;
	}
	return undefined;
}

function installFromDebian(): void {
	const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env: environment });
	execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
		stdio: 'ignore',
		env: environment,
	});
}

function installFromPlaywright(): void {
	execFileSync('npx', ['playwright', 'install', 'chromium'], {
		stdio: 'ignore',
		shell: process.platform === 'win32',
	});
}

function isFile(path: string): boolean {
	return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
