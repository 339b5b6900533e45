import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Below so many articles what every process does for itself takes longer than what they share out. */
const FEW_ARTICLES = 300;
/** What a process needs, in bytes, and what each article adds to that in the one that renders the lists. */
const BASE_MEMORY = 1000e6;
const ARTICLE_MEMORY = 0.1e6;
/** The heap of a process that renders, in bytes, the citation engine included. */
const BASE_HEAP = 700e6;
/** What a byte of articles adds to it: in the process that renders the lists, and in the others, which open one at a time. */
const HEAP_OF_BYTE = { lists: 5, articles: 0.3 };

/** Choose in how many processes to render so many articles: one for each core that has the memory for it. */
export function chooseJobs(
	articles: number,
	cores = availableParallelism(),
	memory = process.availableMemory(),
): number {
	if (articles < FEW_ARTICLES) return 1;
	const others = Math.floor((memory - BASE_MEMORY - articles * ARTICLE_MEMORY) / BASE_MEMORY);
	return Math.max(1, Math.min(cores, 1 + others));
}

/**
 * Say how large the heap of a process that renders may grow, in megabytes, from the lengths of the files that keep the
 * articles: left to itself it would take what the machine has. A small archive is left to itself.
 */
export function heapOf(lengths: readonly number[], hasLists: boolean): number | undefined {
	if (lengths.length < FEW_ARTICLES) return undefined;
	const bytes = lengths.reduce((sum, length) => sum + length, 0);
	const more = bytes * HEAP_OF_BYTE[hasLists ? 'lists' : 'articles'];
	return Math.ceil((BASE_HEAP + more) / 1e6);
}

/** Count the articles under a content folder. */
export function countArticles(content: string): number {
	const articles = join(content, 'articles');
	return existsSync(articles) ? readdirSync(articles).length : 0;
}
