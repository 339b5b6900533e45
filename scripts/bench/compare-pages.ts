import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** Of no peer, on pages that it builds: the drawn line of time, with its legend. */
const NOT_COMPARED = 'script, style, svg, .timeline-figure';

/** A page whose visible text differs, and where: some letters of each from there on. */
export type Difference = { path: string; calque: string; peer: string };
export type Comparison = {
	same: number;
	differences: Difference[];
	/** Pages of Calque that the peer does not build. */
	missing: string[];
	/** Pages of the peer that Calque does not have. */
	added: string[];
};

/**
 * Compare the text of `<main>` of every page of two built sites, letter by letter; white space is passed over, since
 * each tool breaks its lines elsewhere.
 */
export function comparePages(calque: string, peer: string): Comparison {
	const comparison: Comparison = { same: 0, differences: [], missing: [], added: [] };
	const own = listPages(calque);
	comparison.missing = own.filter((path) => !existsSync(join(peer, path)));
	for (const path of listPages(peer)) {
		const text = readMain(join(peer, path));
		// A page that only leads elsewhere has none.
		if (text === undefined) continue;
		if (!existsSync(join(calque, path))) {
			comparison.added.push(path);
			continue;
		}
		const wanted = readMain(join(calque, path)) ?? '';
		if (text === wanted) comparison.same++;
		else comparison.differences.push({ path, ...showDifference(wanted, text) });
	}
	return comparison;
}

function listPages(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.endsWith('.html'))
		.sort();
}

function readMain(file: string): string | undefined {
	const { document } = parseHTML(readFileSync(file, 'utf8'));
	const main = document.querySelector('main');
	for (const element of main?.querySelectorAll(NOT_COMPARED) ?? []) element.remove();
	return main?.textContent.replace(/\s+/g, '');
}

function showDifference(calque: string, peer: string): { calque: string; peer: string } {
	let start = 0;
	while (start < calque.length && calque[start] === peer[start]) start++;
	const show = (text: string) => text.slice(Math.max(0, start - 20), start + 60);
	return { calque: show(calque), peer: show(peer) };
}
