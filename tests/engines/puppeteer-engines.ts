import puppeteer, { type ConsoleMessage, type LaunchOptions } from 'puppeteer-core';
import { findChromium, quietArguments } from '../../scripts/find-chromium.ts';
import { complaintsOfRequest, findProgram, PATIENCE, type Engine, type Session } from './engine.ts';

const findFirefox = () => process.env['FIREFOX_PATH'] ?? findProgram('firefox-esr', 'firefox');

/** Chromium, by its own protocol. */
export const chromium: Engine = {
	name: 'Chromium',
	packages: ['chromium'],
	isInstalled: () => findChromium() !== undefined,
	open: (site) =>
		openBrowser(site, {
			browser: 'chrome',
			executablePath: findChromium() ?? '',
			args: [...quietArguments],
		}),
};

/** Firefox, by WebDriver BiDi. */
export const firefox: Engine = {
	name: 'Firefox',
	packages: ['firefox-esr'],
	isInstalled: () => findFirefox() !== undefined,
	open: (site) => openBrowser(site, { browser: 'firefox', executablePath: findFirefox() ?? '' }),
};

async function openBrowser(site: string, options: LaunchOptions): Promise<Session> {
	const browser = await puppeteer.launch({
		...options,
		timeout: PATIENCE,
		protocolTimeout: PATIENCE,
	});
	const complaints: string[] = [];
	const hear = (message: ConsoleMessage) => {
		if (['error', 'warn', 'assert'].includes(message.type()))
			complaints.push(`console: ${message.text()} ${message.location().url ?? ''}`);
	};
	const hearError = (error: unknown) => complaints.push(`uncaught: ${String(error)}`);
	const [page = await browser.newPage()] = await browser.pages();
	page.setDefaultTimeout(PATIENCE);
	page.on('console', hear);
	page.on('pageerror', hearError);
	page.on('request', (request) => complaints.push(...complaintsOfRequest(request.url(), site)));
	page.on('workercreated', (worker) => {
		worker.on('console', hear);
		worker.on('error', hearError);
	});
	return {
		goto: async (address) => void (await page.goto(address)),
		evaluate: (run, ...given) =>
			page.evaluate(run as (...all: unknown[]) => unknown, ...given) as never,
		complaints: () => complaints,
		close: async () => {
			const process = browser.process();
			try {
				await browser.close();
			} finally {
				process?.kill('SIGKILL');
			}
		},
	};
}
