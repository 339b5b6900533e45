import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { buildArticle } from '../src/edition/build-article.ts';
import { openKeep, keepFolderOf, type ArticleKeep } from '../src/edition/keep-articles.ts';
import { listTombstones } from '../src/edition/open-edition.ts';
import type { KeptArticle, Tombstone } from '../src/model/article.ts';
import {
	readArticle,
	type ArticleSource,
	type ContentFolders,
	type OpenArchive,
} from '../src/edition/read-archive.ts';
import {
	checkAcross,
	checkArticles,
	type ArticlesOutcome,
	type CheckOutcome,
} from './check-archive.ts';
import { rules } from './checks/rules.ts';

/** What a thread checked, with the places of its articles in the list of all, and what it kept. */
export type Share = ArticlesOutcome & { order: number[] } & Kept;

/** The articles that are as they should be, kept for a build. */
export type Kept = { kept: KeptArticle[]; tombstones: Tombstone[] };

/** What the threads have in common: which article is to be taken next, and how many are done. */
type Counters = Int32Array<SharedArrayBuffer>;
const [NEXT, DONE] = [0, 1];

/** Starting a thread takes as long as checking so many articles. */
const WORTH_A_THREAD = 300;
/** Each has a memory of its own, of some hundred megabytes. */
const MAX_THREADS = 2;

/**
 * Check an archive by every rule, as `checkArchive` does, in as many threads as the machine has and the
 * archive is worth, and keep its articles where they are asked for. `advance` is told how many articles more are
 * done.
 */
export async function checkInThreads(
	archive: OpenArchive,
	folders: ContentFolders,
	{
		keeps = false,
		advance = () => {},
		threads = countThreads(archive.articleFolders.length),
	}: { keeps?: boolean; advance?: (by: number) => void; threads?: number } = {},
): Promise<CheckOutcome & Kept> {
	const counters: Counters = new Int32Array(new SharedArrayBuffer(8));
	const data: ThreadData = { folders, keeps, counters };
	const others = Array.from({ length: threads - 1 }, () => startThread(data));
	let shown = 0;
	const own = checkShare(archive, data, () => {
		const done = Atomics.load(counters, DONE);
		advance(done - shown);
		shown = done;
	});
	const shares = [own, ...(await Promise.all(others))];
	return {
		...checkAcross(archive, rules, joinShares(shares)),
		kept: shares.flatMap(({ kept }) => kept),
		tombstones: shares.flatMap(({ tombstones }) => tombstones),
	};
}

function countThreads(articles: number): number {
	const worth = 1 + Math.floor(articles / WORTH_A_THREAD);
	return Math.min(availableParallelism(), MAX_THREADS, worth);
}

/** What a thread is told; `folders` are those of the archive, and `keeps` says whether its articles are kept. */
export type ThreadData = { folders: ContentFolders; keeps: boolean; counters: Counters };

function startThread(workerData: ThreadData): Promise<Share> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./check-share.ts', import.meta.url), { workerData });
		worker.once('message', resolve);
		worker.once('error', reject);
	});
}

/** Check one article after the other that no other thread has taken. */
export function checkShare(
	archive: OpenArchive,
	{ folders, keeps, counters }: ThreadData,
	advance: () => void = () => {},
): Share {
	const order: number[] = [];
	const keep = keeps ? openKeep(folders, keepFolderOf(folders)) : undefined;
	const share: Kept = { kept: [], tombstones: [] };
	function* take(): Generator<ArticleSource> {
		for (;;) {
			const index = Atomics.add(counters, NEXT, 1);
			const folder = archive.articleFolders[index];
			if (folder === undefined) return;
			order.push(index);
			const article = readArticle(archive.root, folder, archive.captures);
			yield article;
			if (keep) keepArticle(keep, article, share);
		}
	}
	const outcome = checkArticles(archive, take(), rules, () => {
		Atomics.add(counters, DONE, 1);
		advance();
	});
	return { ...outcome, order, ...share };
}

/** Keep an article, or what is left of it; one with faults is kept by nobody. */
function keepArticle(keep: ArticleKeep, source: ArticleSource, to: Kept): void {
	if (source.record.value?.withdrawn) {
		to.tombstones.push(...listTombstones({ articles: [source], rated: [] }));
		return;
	}
	const article = buildArticle(source);
	if (article) to.kept.push(keep.add(source, article));
}

/** Join what threads found, as if one had gone through the articles in their order. */
function joinShares(shares: readonly Share[]): ArticlesOutcome {
	const outlines = shares
		.flatMap((share) =>
			share.outlines.map((outline, at) => ({ outline, at: share.order[at] ?? 0 })),
		)
		.sort((a, b) => a.at - b.at)
		.map(({ outline }) => outline);
	return {
		outlines,
		findings: rules.map((_, index) => {
			const parts = shares.map(({ findings }) => findings[index]);
			const failure = parts.find((part) => part?.failure)?.failure;
			return {
				// Sorted by their places, problems come from each article in the order in which it has them.
				problems: parts.flatMap((part) => part?.problems ?? []),
				...(failure && { failure }),
			};
		}),
	};
}
