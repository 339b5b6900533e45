import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Below so many articles what every process does for itself takes longer than what they share out. */
const FEW_ARTICLES = 300;
/** What a process needs, in bytes, and what each article adds to that. */
const BASE_MEMORY = 1300e6;
const ARTICLE_MEMORY = 0.5e6;

/** Choose in how many processes to render the archive in a folder: one for each core that has the memory for it. */
export function chooseJobs(
	content: string,
	cores = availableParallelism(),
	memory = process.availableMemory(),
): number {
	const articles = join(content, 'articles');
	const count = existsSync(articles) ? readdirSync(articles).length : 0;
	if (count < FEW_ARTICLES) return 1;
	const fitting = Math.floor(memory / (BASE_MEMORY + count * ARTICLE_MEMORY));
	return Math.max(1, Math.min(cores, fitting));
}
