import { cleanLine } from './clean-line.ts';
import { Refusal } from './refusal.ts';
import type { WebPage } from './web-page.ts';

const MAX_NAMED = 5;

/** Pick the page of a web archive that is meant: the one at `url`, or the only one. */
export function pickPage(pages: readonly WebPage[], url: string | undefined): WebPage {
	if (pages.length === 0) throw new Refusal('The web archive holds no page that was answered.');
	const byAddress = new Map(pages.map((page) => [page.address?.value ?? '', page]));
	if (url !== undefined) {
		const picked = byAddress.get(url);
		if (!picked)
			throw new Refusal(
				`The web archive has no page at that address. It has: ${listSome(byAddress)}.`,
			);
		return picked;
	}
	// The same address twice is one page, saved again.
	const [only] = byAddress.values();
	if (!only || byAddress.size > 1)
		throw new Refusal(
			`The web archive holds ${byAddress.size} pages; name one with --url. It has: ${listSome(byAddress)}.`,
		);
	return only;
}

function listSome(pages: ReadonlyMap<string, WebPage>): string {
	const names = [...pages.keys()].map((name) => cleanLine(name, 120));
	const rest = names.length - MAX_NAMED;
	return `${names.slice(0, MAX_NAMED).join(' ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
