import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Below so many articles what every process does for itself takes longer than what they share out. */
const FEW_ARTICLES = 300;
/** The heap of a process that renders, in megabytes, and what each article adds to it. */
const BASE_HEAP = 500;
const ARTICLE_HEAP = 0.06;
/** What a process has beside its heap, in megabytes: code, and the bytes of pages. */
const OUTSIDE_HEAP = 300;

/** Choose in how many processes to render so many articles: one for each core that has the memory for it. */
export function chooseJobs(
	articles: number,
	cores = availableParallelism(),
	memory = process.availableMemory(),
): number {
	if (articles < FEW_ARTICLES) return 1;
	const fitting = Math.floor(memory / 1e6 / (heapOf(articles) + OUTSIDE_HEAP));
	return Math.max(1, Math.min(cores, fitting));
}

/** Say how large the heap of a process that renders so many articles may grow, in megabytes. */
export function heapOf(articles: number): number {
	return Math.ceil(BASE_HEAP + articles * ARTICLE_HEAP);
}

/** Count the articles under a content folder. */
export function countArticles(content: string): number {
	const articles = join(content, 'articles');
	return existsSync(articles) ? readdirSync(articles).length : 0;
}
