import { unzipSync } from 'fflate';
import { formatMiB, MAX_UNPACKED_BYTES } from './limits.ts';
import { listWarcPages } from './read-warc.ts';
import { Refusal } from './refusal.ts';
import type { WebPage } from './web-page.ts';

/** List the pages of a WACZ, a zip with WARCs in `archive/`; where it names its own pages, only those. */
export function listWaczPages(bytes: Uint8Array): WebPage[] {
	const files = unzip(bytes);
	const names = [...files.keys()];
	const archives = names.filter((name) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(name)).sort();
	if (archives.length === 0) throw new Refusal('The zip is no WACZ: it has no WARC in archive/.');
	const pages = archives.flatMap((name) => listWarcPages(files.get(name) ?? new Uint8Array()));
	const listed = listAddresses(files.get('pages/pages.jsonl'));
	const named = pages.filter(({ address }) => address && listed.has(address.value));
	return named.length > 0 ? named : pages;
}

/** Unpack what a WACZ is read from. Nothing is written to disk, and a name that leads outside is refused all the same. */
function unzip(bytes: Uint8Array): Map<string, Uint8Array> {
	let total = 0;
	try {
		const files = unzipSync(bytes, {
			filter: ({ name, originalSize }) => {
				if (/^(?:[/\\]|[a-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/i.test(name))
					throw new Refusal('The zip holds a file whose name leads outside of it.');
				if (!/^(?:archive\/|pages\/pages\.jsonl$)/.test(name)) return false;
				total += originalSize;
				if (total > MAX_UNPACKED_BYTES)
					throw new Refusal(`Unpacked it is larger than ${formatMiB(MAX_UNPACKED_BYTES)}.`);
				return true;
			},
		});
		return new Map(Object.entries(files));
	} catch (error) {
		if (error instanceof Refusal) throw error;
		throw new Refusal('The zip is damaged or cut off.');
	}
}

function listAddresses(pages: Uint8Array | undefined): Set<string> {
	const lines = pages ? Buffer.from(pages).toString('utf8').split('\n') : [];
	return new Set(
		lines.flatMap((line) => {
			try {
				const page = JSON.parse(line) as { url?: unknown } | null;
				return typeof page?.url === 'string' ? [page.url] : [];
			} catch {
				return [];
			}
		}),
	);
}
