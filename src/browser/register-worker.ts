import { siteRootOf } from '../search/site-root.ts';
import { isPortable } from './edition.ts';

/**
 * Have the service worker installed once the page is at rest: it fetches the search index and the shell. What
 * the reader has not asked for may not slow down what was.
 */
const REST_MILLISECONDS = 4000;

if ('serviceWorker' in navigator && !isPortable && import.meta.env.PROD)
	addEventListener('load', () => setTimeout(() => void register(), REST_MILLISECONDS), {
		once: true,
	});

async function register(): Promise<void> {
	const root = siteRootOf(import.meta.url);
	try {
		await navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root });
	} catch {
		// Private windows and full disks refuse; the site works on line as before.
	}
}
