import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';

/**
 * Name a path of the site for ever: by its public address or, while the archive has none, by a URN made of
 * the path’s parts, `urn:calque:a:7:v1` for `/a/7/v1/`. A fragment stays one; the
 * root is `urn:calque:archive`.
 */
export function identify(path: string, site: Archive['site']): string {
	const [page = '', fragment] = path.split('#');
	const parts = page.split('/').filter((part) => part !== '');
	const name = `urn:calque:${parts.join(':') || 'archive'}`;
	return publicAddress(path, site) ?? name + (fragment === undefined ? '' : `#${fragment}`);
}
