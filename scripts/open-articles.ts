import type { Article } from '../src/model/article.ts';
import { buildArticles } from '../src/edition/open-edition.ts';
import { readArchive } from '../src/edition/read-archive.ts';

/** Open every article for a command; where one is not fit to be published, say so in one line and end. */
export function openArticles(): Article[] {
	try {
		return buildArticles(readArchive());
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	}
}
