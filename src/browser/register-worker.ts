import { installWorker } from './install-worker.ts';

/**
 * Have the service worker installed once the page is at rest: it fetches the search index and the shell. What
 * the reader has not asked for may not slow down what was. Where it is refused, as in private windows, the site
 * works on line as before; the offline page says why it works only there.
 */
const REST_MILLISECONDS = 4000;

addEventListener(
	'load',
	() => setTimeout(() => void installWorker().catch(() => undefined), REST_MILLISECONDS),
	{ once: true },
);
