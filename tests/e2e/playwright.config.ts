import { defineConfig } from '@playwright/test';
import { findChromium, quietArguments } from '../../scripts/find-chromium.ts';

const executablePath = findChromium();

export default defineConfig({
	testDir: '.',
	globalSetup: './serve-sites.ts',
	outputDir: '../../node_modules/.cache/playwright',
	timeout: 180_000,
	fullyParallel: true,
	workers: 2,
	// On a busy machine a page may be loaded again between two steps; what fails twice is told, what once is “flaky”.
	retries: 1,
	reporter: [['list']],
	use: {
		// A worker would answer in the place of what a test puts; the tests of it allow it.
		serviceWorkers: 'block',
		...(executablePath ? { launchOptions: { executablePath, args: [...quietArguments] } } : {}),
	},
});
