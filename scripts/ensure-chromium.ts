/** Make sure that the browser tests have a Chromium, or say in one line what to install. */
import { findOrInstallChromium } from './find-chromium.ts';

const path = findOrInstallChromium();
if (path) console.log(`Browser tests use ${path}.`);
else {
	console.error(
		'The browser tests need Chromium: install it (Debian: apt-get install chromium) or name one in CHROME_PATH.',
	);
	process.exitCode = 1;
}
