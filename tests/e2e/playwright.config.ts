import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/find-chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: '.',
	globalSetup: './serve-sites.ts',
	outputDir: '../../node_modules/.cache/playwright',
	timeout: 180_000,
	fullyParallel: true,
	workers: 2,
	reporter: [['list']],
	use: {
		...(executablePath ? { launchOptions: { executablePath, args: quietArguments() } } : {}),
	},
});

/** Chromium's own traffic and the sandbox that root cannot have are no part of the tests. */
function quietArguments(): string[] {
	return [
		'--no-sandbox',
		'--disable-gpu',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-quic',
	];
}
