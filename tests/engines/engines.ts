import type { Engine } from './engine.ts';
import { chromium, firefox } from './puppeteer-engines.ts';
import { webkit } from './webkit-engine.ts';

export const engines: Engine[] = [chromium, firefox, webkit];

/** Pass a test over, saying what to install, where its engine is missing. */
export function skipMissing(
	{ name, packages, isInstalled }: Engine,
	skip: (isSkipped: boolean, note: string) => void,
): void {
	skip(!isInstalled(), `${name} is not installed: apt-get install ${packages.join(' ')}`);
}
