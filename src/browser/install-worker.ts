import { siteRootOf } from '../search/site-root.ts';
import { isPortable } from './edition.ts';

/**
 * Have the service worker installed, or a newer one looked for; resolves before either is done, with nothing
 * where there is none to install. Rejects where the browser refuses or the network fails.
 */
export async function installWorker(): Promise<ServiceWorkerRegistration | undefined> {
	const isServed = location.protocol.startsWith('http') && !isPortable && import.meta.env.PROD;
	if (!('serviceWorker' in navigator) || !isServed) return undefined;
	const root = siteRootOf(import.meta.url);
	nameManifest(root);
	return navigator.serviceWorker.register(`${root}service-worker.js`, { scope: root });
}

/** Name what the page is installed by: in the page itself, a browser would fetch it before anything is painted. */
function nameManifest(root: string): void {
	if (document.querySelector('link[rel="manifest"]')) return;
	const link = document.createElement('link');
	link.rel = 'manifest';
	link.href = `${root}manifest.webmanifest`;
	document.head.append(link);
}
