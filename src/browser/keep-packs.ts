import {
	HASH_HEADER,
	KEPT_CACHE,
	measurePack,
	VISITED_CACHE,
	type Pack,
	type PackFile,
} from '../offline/packs.ts';

/** Keep packs on this device, and delete them; `root` is the site's, as in `/archive/`. */

/** So many files are fetched at a time. */
const AT_A_TIME = 6;
export const NO_ROOM =
	'This device has no room left for the site, or the browser gives it none. The site works on line as before.';

/** A file that is not the one which the list of packs means: the site was published anew meanwhile. */
export class NewerEditionError extends Error {}

/**
 * Fetch what is missing of a pack, check each file's hash and keep it; what was kept before an interruption
 * stays. Rejects where a file cannot be had or kept.
 */
export async function keepPack(
	pack: Pack,
	root: string,
	tell: (done: number, of: number) => void,
): Promise<void> {
	await navigator.storage.persist().catch(() => false);
	const { missing, missingBytes } = measurePack(pack, await readHeld(root));
	const waiting = [...missing];
	let done = 0;
	const work = async () => {
		for (let file = waiting.shift(); file; file = waiting.shift()) {
			await keepFile(file, root);
			done += file.bytes;
			tell(done, missingBytes);
		}
	};
	try {
		await Promise.all(Array.from({ length: AT_A_TIME }, work));
	} finally {
		waiting.length = 0;
	}
}

async function keepFile({ path, sha256 }: PackFile, root: string): Promise<void> {
	const address = addressOf(path, root);
	const response = await fetch(address, { cache: 'no-cache' });
	if (!response.ok)
		throw new Error(`The server answered ${response.status} for ${path || 'the home page'}.`);
	const bytes = await response.arrayBuffer();
	if ((await hashOf(bytes)) !== sha256) throw new NewerEditionError(path);
	const headers = new Headers(response.headers);
	headers.set(HASH_HEADER, sha256);
	headers.delete('content-encoding');
	const [kept, visited] = [await caches.open(KEPT_CACHE), await caches.open(VISITED_CACHE)];
	await kept.put(address, new Response(bytes, { headers }));
	// The copy from an older visit would be shown before the newer one that is kept.
	if (await visited.match(address)) await visited.put(address, new Response(bytes, { headers }));
}

async function hashOf(bytes: ArrayBuffer): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Say in words why something could not be kept. */
export function describeFault(error: unknown): string {
	if (error instanceof DOMException && error.name === 'QuotaExceededError') return NO_ROOM;
	if (error instanceof NewerEditionError)
		return 'A newer edition of the site was published meanwhile. It is being fetched; use it, and try again.';
	if (error instanceof TypeError) return 'The network failed.';
	return error instanceof Error ? error.message : String(error);
}

export async function deletePack(pack: Pack, root: string): Promise<void> {
	const kept = await caches.open(KEPT_CACHE);
	await Promise.all(pack.files.map(({ path }) => kept.delete(addressOf(path, root))));
}

/** Delete all that is kept, what only older editions had among it. */
export async function deleteAll(): Promise<void> {
	await caches.delete(KEPT_CACHE);
}

/** Read which files are kept: their hashes by their paths. */
export async function readHeld(root: string): Promise<Map<string, string>> {
	const kept = await caches.open(KEPT_CACHE);
	const read = async (request: Request): Promise<[string, string]> => {
		const response = await kept.match(request);
		const path = new URL(request.url).pathname.slice(root.length);
		return [path, response?.headers.get(HASH_HEADER) ?? ''];
	};
	return new Map(await Promise.all((await kept.keys()).map(read)));
}

function addressOf(path: string, root: string): string {
	return new URL(root + path, location.href).href;
}
