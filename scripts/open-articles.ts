import { keepFolderOf, openKeep } from '../src/edition/keep-articles.ts';
import { contentFolders } from '../src/edition/read-archive.ts';
import type { Article } from '../src/model/article.ts';

/** Open every article for a command; where one is not fit to be published, say so in one line and end. */
export function openArticles(): Article[] {
	try {
		const folders = contentFolders();
		return openKeep(folders, keepFolderOf(folders)).openAll();
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exit(1);
	}
}
