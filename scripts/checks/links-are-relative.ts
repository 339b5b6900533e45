import { writtenAt } from '../evidence/written-data.ts';
import { overLinks } from '../evidence/links.ts';
import { cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'links-are-relative',
	states:
		'Links to the archive’s own pages do not name its site, so that they hold wherever it is published.',
	...overLinks(({ file, line, column, url }, archive) => {
		const site = siteOf(writtenAt(archive.archive, ['site']));
		const rest = site && pathUnder(site, url);
		if (rest === undefined) return [];
		return [
			{
				rule: rule.id,
				file,
				line,
				column,
				message: 'A link names the site of the archive itself.',
				evidence: [{ label: 'written', value: cut(url) }],
				hint: `Write ${cut(rest)}`,
			},
		];
	}),
};

function siteOf(site: unknown): URL | undefined {
	return typeof site === 'string' && URL.canParse(site) ? new URL(site) : undefined;
}

/** Take what follows the site in an address; returns nothing for an address elsewhere. */
function pathUnder(site: URL, url: string): string | undefined {
	if (!/^\s*(?:https?:)?\/\//i.test(url) || !URL.canParse(url, site.href)) return undefined;
	const { host, pathname, search, hash } = new URL(url, site.href);
	const base = site.pathname.replace(/\/$/, '');
	if (host !== site.host || !`${pathname}/`.startsWith(`${base}/`)) return undefined;
	return `${pathname.slice(base.length) || '/'}${search}${hash}`;
}
