/**
 * What a reader can keep on a device for when there is no network: the archive in packs, each kept or deleted
 * as one. A file is known by its hash, so that what was kept of an older build is replaced and never mixed.
 */
export type PackFile = {
	/** From the site's root, without a leading slash; a page by its folder, as in `a/1/`. */
	path: string;
	/** Bytes of the file, before any compression on the way. */
	bytes: number;
	/** SHA-256 of the file in hexadecimal digits. */
	sha256: string;
};
export type Pack = { id: string; title: string; files: PackFile[] };

/** The caches of packs, of pages that were visited, and of the sheets and scripts of other builds than the shell's. */
export const KEPT_CACHE = 'calque-kept';
export const VISITED_CACHE = 'calque-visited';
export const ASSETS_CACHE = 'calque-assets';
/** The list of packs, from the site’s root. */
export const PACK_LIST = 'offline/packs.json';
/** The type of the message in which a worker that could not be installed says so; `isFull` tells why. */
export const INSTALL_FAILED = 'install failed';
/** The header in which a kept response carries the hash of its file. */
export const HASH_HEADER = 'x-calque-sha256';

/** Larger than this, in bytes, the search index or the list of packs is not fetched for every reader. */
const LARGE = 5_000_000;
/** In an archive of more articles than this a pack has a hundred of them, by their numbers. */
const MANY_ARTICLES = 200;
const IN_A_PACK = 100;

/**
 * Divide the files of a built site into packs: one for each article, or for each hundred of many, one for the search
 * where it is no part of the shell, one for all else that is read.
 */
export function packsOf(files: readonly PackFile[], titles: ReadonlyMap<number, string>): Pack[] {
	const packs = new Map<string, Pack>([
		['pages', { id: 'pages', title: 'Indexes and pages', files: [] }],
		['search', { id: 'search', title: 'The search', files: [] }],
	]);
	const idOf = (number: number) => {
		if (titles.size <= MANY_ARTICLES) return `a-${number}`;
		const first = number - ((number - 1) % IN_A_PACK);
		return `a-${first}-${first + IN_A_PACK - 1}`;
	};
	for (const number of [...titles.keys()].sort((a, b) => a - b)) {
		const id = idOf(number);
		const title = /^a-(\d+)-(\d+)$/.test(id)
			? id.replace(/^a-(\d+)-(\d+)$/, 'Articles $1 to $2')
			: (titles.get(number) ?? '');
		packs.set(id, { id, title, files: [] });
	}
	const isSearchApart = measureIndex(files) > LARGE;
	for (const file of files) {
		if (isSearchApart && isIndex(file.path)) packs.get('search')?.files.push(file);
		if (!isRead(file.path)) continue;
		const number = Number(/^a\/(\d+)\//.exec(file.path)?.[1]);
		(titles.has(number) ? packs.get(idOf(number)) : packs.get('pages'))?.files.push(file);
	}
	return [...packs.values()].filter((pack) => pack.files.length > 0);
}

/** Pages; what they need is in the shell, and the data files are for other programs. */
function isRead(path: string): boolean {
	return path === '' || path.endsWith('/');
}

/** The search index with its engine. */
function isIndex(path: string): boolean {
	return path.startsWith('pagefind/');
}

function measureIndex(files: readonly PackFile[]): number {
	return sumBytes(files.filter(({ path }) => isIndex(path)));
}

const SHELL = ['', 'search/', 'offline/', 'favicon.svg', 'manifest.webmanifest'];

/**
 * Choose what is kept for every reader: enough to say what is held, and to search an archive that is not large. What
 * is left out is asked of the network.
 */
export function shellOf(files: readonly PackFile[]): PackFile[] {
	const hasIndex = measureIndex(files) <= LARGE;
	return files.filter(
		({ path, bytes }) =>
			SHELL.includes(path) ||
			path.startsWith('_astro/') ||
			(path === PACK_LIST && bytes <= LARGE) ||
			(hasIndex && isIndex(path)),
	);
}

/** How much of a pack is held: `held` maps the path of what is kept to its hash. */
export function measurePack(pack: Pack, held: ReadonlyMap<string, string>) {
	const missing = pack.files.filter(({ path, sha256 }) => held.get(path) !== sha256);
	const isOld = missing.some(({ path }) => held.has(path));
	return { missing, isOld, bytes: sumBytes(pack.files), missingBytes: sumBytes(missing) };
}

function sumBytes(files: readonly PackFile[]): number {
	return files.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Write a size in bytes as readers know it, as in `1.4 MB` or `2.1 GB`; at least 0.1 MB. */
export function formatSize(bytes: number): string {
	if (bytes >= 1_000_000_000) return `${(bytes / 1_000_000_000).toFixed(1)} GB`;
	return `${Math.max(0.1, bytes / 1_000_000).toFixed(1)} MB`;
}
