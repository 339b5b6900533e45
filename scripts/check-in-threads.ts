import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { buildArticle } from '../src/edition/build-article.ts';
import { openKeep, keepFolderOf, type ArticleKeep } from '../src/edition/keep-articles.ts';
import { listTombstones } from '../src/edition/open-edition.ts';
import type { KeptArticle, Tombstone } from '../src/model/article.ts';
import {
	listArticleFolders,
	openArchive,
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
import { openPassed, writePassed, type Passed } from './keep-passed.ts';

/** What a thread found in its articles, and what passed. */
export type Share = {
	findings: ArticlesOutcome['findings'];
	articles: CheckedArticle[];
};

/** What came of an article: `at` is its place in the list of all, `key` what it passed under, if it did. */
type CheckedArticle = Passed & { at: number; key: string | undefined };

/** The articles that are as they should be, kept for a build. */
type Kept = { kept: KeptArticle[]; tombstones: Tombstone[] };

/** What the threads have in common: which article is to be taken next, and how many are done. */
type Counters = Int32Array<SharedArrayBuffer>;
const [NEXT, DONE] = [0, 1];

/** Starting a thread takes as long as checking so many articles. */
const WORTH_A_THREAD = 300;
/** Each has a memory of its own, of some hundred megabytes. */
const MAX_THREADS = 2;

/**
 * Open an archive and check it by every rule, as `checkArchive` does, in as many threads as the machine has and the
 * archive is worth, and keep its articles where they are asked for. `begin` is told how many articles there are, and
 * what it returns how many more are done.
 */
export async function checkInThreads(
	folders: ContentFolders,
	{
		keeps = false,
		begin = () => () => {},
		threads = countThreads(listArticleFolders(folders.content).length),
	}: { keeps?: boolean; begin?: (articles: number) => (by: number) => void; threads?: number } = {},
): Promise<CheckOutcome & Kept & { archive: OpenArchive }> {
	const counters: Counters = new Int32Array(new SharedArrayBuffer(8));
	const data: ThreadData = { folders, keeps, counters };
	// Each opens the archive for itself.
	const others = Array.from({ length: threads - 1 }, () => startThread(data));
	const archive = openArchive(folders);
	const advance = begin(archive.articleFolders.length);
	let shown = 0;
	const own = checkShare(archive, data, () => {
		const done = Atomics.load(counters, DONE);
		advance(done - shown);
		shown = done;
	});
	const shares = [own, ...(await Promise.all(others))];
	const articles = shares.flatMap((share) => share.articles).sort((a, b) => a.at - b.at);
	writePassed(
		archive,
		folders,
		articles.flatMap(({ at: _at, key, ...passed }): [string, Passed][] =>
			key === undefined ? [] : [[key, passed]],
		),
	);
	return {
		archive,
		...checkAcross(archive, rules, {
			findings: joinFindings(shares),
			outlines: articles.map(({ outline }) => outline),
		}),
		kept: articles.flatMap(({ kept }) => kept ?? []),
		tombstones: articles.flatMap(({ gone }) => gone ?? []),
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

/** Check one article after the other that no other thread has taken, or take it as it passed before. */
export function checkShare(
	archive: OpenArchive,
	{ folders, keeps, counters }: ThreadData,
	advance: () => void = () => {},
): Share {
	const keep = keeps ? openKeep(folders, keepFolderOf(folders)) : undefined;
	const before = openPassed(archive, folders);
	const known: CheckedArticle[] = [];
	const checked: Omit<CheckedArticle, 'outline'>[] = [];
	const count = () => {
		Atomics.add(counters, DONE, 1);
		advance();
	};
	function* take(): Generator<ArticleSource> {
		for (;;) {
			const at = Atomics.add(counters, NEXT, 1);
			const folder = archive.articleFolders[at];
			if (folder === undefined) return;
			const key = before.keyOf(folder);
			const passed = key === undefined ? undefined : before.find(key, keeps);
			if (passed) {
				known.push({ ...passed, at, key });
				count();
				continue;
			}
			const article = readArticle(archive.root, folder, archive.captures);
			checked.push({ at, key });
			yield article;
			if (keep) Object.assign(checked.at(-1) ?? {}, keepArticle(keep, article));
		}
	}
	const { findings, outlines } = checkArticles(archive, take(), rules, (hasPassed) => {
		const last = checked.at(-1);
		if (last && !hasPassed) last.key = undefined;
		count();
	});
	const articles = outlines.flatMap((outline, index) => {
		const one = checked[index];
		return one ? [{ ...one, outline }] : [];
	});
	return { findings, articles: [...known, ...articles] };
}

/** Keep an article, or what is left of it; one with faults is kept by nobody. */
function keepArticle(keep: ArticleKeep, source: ArticleSource): Pick<Passed, 'kept' | 'gone'> {
	if (source.record.value?.withdrawn)
		return { gone: listTombstones({ articles: [source], rated: [] }) };
	const article = buildArticle(source);
	return article ? { kept: keep.add(source, article) } : {};
}

/** Join what the rules found in all threads, as if one had gone through the articles. */
function joinFindings(shares: readonly Share[]): ArticlesOutcome['findings'] {
	return rules.map((_, index) => {
		const parts = shares.map(({ findings }) => findings[index]);
		const failure = parts.find((part) => part?.failure)?.failure;
		return {
			// Sorted by their places, problems come from each article in the order in which it has them.
			problems: parts.flatMap((part) => part?.problems ?? []),
			...(failure && { failure }),
		};
	});
}
