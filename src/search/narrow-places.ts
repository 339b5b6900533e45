import { layers, type ArticleDays, type Layer, type TextDirectory } from './text-page.ts';

/** Passages of a file of texts, by their numbers, or all of them. */
export type Wanted = { file: number; passages: Set<number> | undefined };

/** What of too many places is opened: those that pass the filters, in an order, and how many steps of it. */
export type Choice = {
	layer?: string | undefined;
	outlet?: string | undefined;
	year?: string | undefined;
	verdict?: string | undefined;
	sort: 'relevance' | 'newest' | 'oldest';
	/** How often to open as much as is opened for a query at first. */
	steps: number;
};

/** An archive with no more files of texts than this is read whole, if need be. */
export const ALWAYS_OPENED = 12;
/** Of a larger one a query opens as many at first: what comes over a slow line while a reader waits. */
const FILES_PER_STEP = 2;

/** An article with those of its passages that are wanted. */
type WantedArticle = { at: number; file: number; passages: number[]; weight: number };

/**
 * Narrow wanted passages to what is opened for one query: all where they are in few files; else those that the
 * choice’s filters leave, as far as the directory knows; and where these are still too many, the files that hold
 * most of them, or the articles that come first in time. `readDays` may reject.
 */
export async function narrowPlaces(
	directory: TextDirectory,
	wanted: Wanted[],
	readDays: () => Promise<ArticleDays>,
	choice: Choice = { sort: 'relevance', steps: 1 },
): Promise<{ wanted: Wanted[]; hasMore: boolean; isNarrowed: boolean }> {
	const limit = FILES_PER_STEP * choice.steps;
	if (directory.files.length <= ALWAYS_OPENED || wanted.length <= limit)
		return { wanted, hasMore: false, isNarrowed: false };
	const articles = listArticles(directory, wanted, choice);
	const files = Map.groupBy(articles, ({ file }) => file);
	if (files.size <= limit) return { wanted: wantedOf(articles), hasMore: false, isNarrowed: true };
	if (choice.sort === 'relevance') {
		const opened = [...files.values()]
			.map((own) => ({ own, weight: own.reduce((sum, { weight }) => sum + weight, 0) }))
			.sort((a, b) => b.weight - a.weight)
			.slice(0, limit)
			.flatMap(({ own }) => own);
		return { wanted: wantedOf(opened), hasMore: true, isNarrowed: true };
	}
	const days = await readDays();
	const direction = choice.sort === 'newest' ? -1 : 1;
	const opened = new Set<number>();
	const first = [];
	// What has no date comes last in either order of time. An article of a file that is not opened ends the list.
	const dayOf = ({ at }: WantedArticle) => days[at] ?? direction * Infinity;
	for (const article of articles.toSorted((a, b) => direction * (dayOf(a) - dayOf(b) || 0))) {
		if (!opened.has(article.file) && opened.size === limit) break;
		opened.add(article.file);
		first.push(article);
	}
	return { wanted: wantedOf(first), hasMore: true, isNarrowed: true };
}

/** List the articles that have wanted passages and pass the filters, each with these passages. */
function listArticles(
	{ articles, outletNames, verdictNames }: TextDirectory,
	wanted: readonly Wanted[],
	choice: Choice,
): WantedArticle[] {
	const starts: number[] = [];
	articles.counts.reduce((start, count, file) => ((starts[file] = start), start + count), 0);
	const outlet = outletNames.indexOf(choice.outlet ?? '');
	const verdict = verdictNames.indexOf(choice.verdict ?? '');
	const layerNames = Object.keys(layers) as Layer[];
	return wanted.flatMap(({ file, passages }) => {
		const start = starts[file] ?? 0;
		let before = 0;
		return Array.from({ length: articles.counts[file] ?? 0 }, (_, index) => {
			const at = start + index;
			const isLeft =
				(choice.outlet === undefined || articles.outlets[at] === outlet) &&
				(choice.verdict === undefined || articles.verdicts[at] === verdict) &&
				(choice.year === undefined || isOfYear(articles, at, Number(choice.year)));
			const own: WantedArticle = { at, file, passages: [], weight: 0 };
			for (const [layer, name] of layerNames.entries()) {
				const count = articles.passages[layer]?.[at] ?? 0;
				const isWanted = isLeft && (choice.layer === undefined || choice.layer === name);
				for (let passage = before; passage < before + count; passage++)
					if (isWanted && passages?.has(passage) !== false) {
						own.passages.push(passage);
						// As a hit weighs when it is ranked.
						own.weight += name === 'reading' ? 2 : 1;
					}
				before += count;
			}
			return own;
		}).filter((article) => article.passages.length > 0);
	});
}

function isOfYear(
	{ firstYears, years }: TextDirectory['articles'],
	at: number,
	year: number,
): boolean {
	const first = firstYears[at] ?? 0;
	return first <= year && year < first + (years[at] ?? 0);
}

function wantedOf(articles: readonly WantedArticle[]): Wanted[] {
	return [...Map.groupBy(articles, ({ file }) => file)]
		.map(([file, own]) => ({ file, passages: new Set(own.flatMap(({ passages }) => passages)) }))
		.sort((a, b) => a.file - b.file);
}
