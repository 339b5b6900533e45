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
/** The type of the message in which a worker that could not be installed says so; `isFull` tells why. */
export const INSTALL_FAILED = 'install failed';
/** The header in which a kept response carries the hash of its file. */
export const HASH_HEADER = 'x-calque-sha256';

/** Divide the files of a built site into packs: one for each article, one for all else that is read. */
export function packsOf(files: readonly PackFile[], titles: ReadonlyMap<number, string>): Pack[] {
	const packs = new Map<string, Pack>([
		['pages', { id: 'pages', title: 'Indexes and pages', files: [] }],
	]);
	for (const number of [...titles.keys()].sort((a, b) => a - b))
		packs.set(`a-${number}`, { id: `a-${number}`, title: titles.get(number) ?? '', files: [] });
	for (const file of files) {
		if (!isRead(file.path)) continue;
		const number = /^a\/(\d+)\//.exec(file.path)?.[1];
		(packs.get(`a-${number ?? ''}`) ?? packs.get('pages'))?.files.push(file);
	}
	return [...packs.values()].filter((pack) => pack.files.length > 0);
}

/** Pages; what they need is in the shell, and the data files are for other programs. */
function isRead(path: string): boolean {
	return path === '' || path.endsWith('/');
}

/** Whether a file belongs to what is kept for every reader: enough to search and to say what is held. */
export function isShell(path: string): boolean {
	return (
		[
			'',
			'search/',
			'offline/',
			'favicon.svg',
			'manifest.webmanifest',
			'offline/packs.json',
		].includes(path) ||
		path.startsWith('_astro/') ||
		path.startsWith('pagefind/')
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
