import { BAG_LABEL } from './section.ts';
import type { Layer } from './index-page.ts';
import { expandQuery } from './expand-query.ts';
import { parseSection } from './section.ts';

/** The part of Pagefind's interface that is used here (pagefind 1.6, `pagefind.js`). */
export type Pagefind = {
	options(options: Record<string, unknown>): Promise<void>;
	search(
		term: string,
		options: { filters: Filters },
	): Promise<{ results: { data(): Promise<PagefindPage> }[] }>;
};
export type PagefindPage = {
	meta: Record<string, string>;
	sub_results: {
		title: string;
		excerpt: string;
		anchor?: { id: string };
		weighted_locations: { balanced_score: number }[];
	}[];
};

/** Chosen filters: `severity: 'critical'`; a filter that is not chosen is absent. */
export type Filters = Partial<Record<FilterName, string>>;
export const filterNames = ['layer', 'severity', 'type', 'outlet', 'year', 'verdict'] as const;
export type FilterName = (typeof filterNames)[number];

/** One thing found: a paragraph in one of its layers, or a note. */
export type Hit = {
	/** From the site's root. */
	path: string;
	label: string;
	title: string;
	layer: Layer;
	severities: string[];
	/** Of a note: what is printed, and what the editors read. */
	exact?: string | undefined;
	correction?: string | undefined;
	/** How well the passage matches, the rarer the words and the more of them the higher. */
	score: number;
	/** Stretches of text, those that match the query marked. */
	excerpt: { text: string; isMatch: boolean }[];
};

export type Findings = {
	/** The best, at most `MAX_HITS`. */
	hits: Hit[];
	/** Whether there are more than were opened or are listed. */
	hasMore: boolean;
	/** The same query with other spellings of the names in it; searched too. */
	otherSpellings: string[];
	/** Words of the query that stand nowhere in the archive; the search went on without them. */
	unknownWords: string[];
};

/** Queries shorter than this find too much to be of use. */
export const MIN_QUERY_LENGTH = 2;
/** More hits than this are not listed. */
export const MAX_HITS = 50;
/** More layers of articles than this are not opened for one query. */
const MAX_PAGES = 30;

/**
 * Search the archive, the best hits first. `names` are groups of spellings: a name in the query is found in
 * each of its group's.
 */
export async function findHits(
	pagefind: Pagefind,
	query: string,
	filters: Filters,
	names: readonly (readonly string[])[] = [],
): Promise<Findings> {
	const [term = '', ...otherSpellings] = expandQuery(prepareQuery(query), names);
	const [unknownWords, ...searches] = await Promise.all([
		findUnknownWords(pagefind, term),
		...[term, ...otherSpellings].map((variant) => searchPages(pagefind, variant, filters)),
	]);
	const hits = keepBest(
		searches.flatMap(({ pages }) => pages.flatMap((page) => hitsOf(page, filters))),
	);
	return {
		hits: hits.slice(0, MAX_HITS),
		hasMore: hits.length > MAX_HITS || searches.some(({ hasMore }) => hasMore),
		otherSpellings,
		unknownWords: otherSpellings.length > 0 && hits.length > 0 ? [] : unknownWords,
	};
}

async function searchPages(pagefind: Pagefind, term: string, filters: Filters) {
	const { results } = await pagefind.search(term, { filters });
	const pages = await Promise.all(results.slice(0, MAX_PAGES).map((result) => result.data()));
	return { pages, hasMore: results.length > MAX_PAGES };
}

/** Sort hits, the best first, and keep each passage once. */
function keepBest(hits: Hit[]): Hit[] {
	const seen = new Set<string>();
	return hits
		.sort((a, b) => b.score - a.score)
		.filter(({ layer, path }) => seen.size !== seen.add(`${layer} ${path}`).size);
}

/** Prepare a query as `prepareText` prepares what is indexed; quotation marks of any kind make a phrase. */
export function prepareQuery(query: string): string {
	return query
		.replace(/[\u201C-\u201F\u00AB\u00BB\u2039\u203A\uFF02]/g, '"')
		.replaceAll('\u2019', "'")
		.replace(/[\u2012-\u2015/]/g, ' ')
		.trim();
}

async function findUnknownWords(pagefind: Pagefind, term: string): Promise<string[]> {
	const words = term.startsWith('"')
		? []
		: term.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
	if (words.length < 2) return [];
	const counts = await Promise.all(
		words.map(async (word) => (await pagefind.search(word, { filters: {} })).results.length),
	);
	return words.filter((_, index) => counts[index] === 0);
}

function hitsOf(page: PagefindPage, filters: Filters): Hit[] {
	const layer = page.meta['layer'] as Layer;
	return page.sub_results.flatMap(({ title, excerpt, anchor, weighted_locations }) => {
		if (!anchor) return [];
		const section = parseSection(title);
		if (filters.severity && !section.severities.includes(filters.severity)) return [];
		if (filters.type && !section.types.includes(filters.type)) return [];
		return [
			{
				path: `/a/${page.meta['article']}/#${anchor.id}`,
				label: section.label,
				title: page.meta['title'] ?? '',
				layer,
				severities: section.severities,
				exact: section.exact,
				correction: section.correction,
				score: weighted_locations.reduce((sum, location) => sum + location.balanced_score, 0),
				// Sorted words make no sentence, and may not seem to be one.
				excerpt: section.label === BAG_LABEL ? [] : parseExcerpt(excerpt),
			},
		];
	});
}

/** Take Pagefind's excerpt apart; everything but its own `<mark>` is text, whatever a capture may hold. */
export function parseExcerpt(html: string): Hit['excerpt'] {
	return html
		.split(/(<mark>.*?<\/mark>)/s)
		.filter((part) => part !== '')
		.map((part) => {
			const match = /^<mark>(.*)<\/mark>$/s.exec(part);
			return { text: decodeReferences(match?.[1] ?? part), isMatch: match !== null };
		});
}

/** Undo what Pagefind does to a text: it writes `<` and `>` as references, and an ampersand as it is. */
function decodeReferences(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
}
