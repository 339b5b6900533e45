import { resolve, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { titleOf, type ArticleEntry } from '../model/article.ts';
import { buildArticles } from './open-edition.ts';
import { contentFolders, readArchive } from './read-archive.ts';

/** Load the articles under content/ into a collection, and again whenever a file there changes. */
export function articleLoader(): Loader {
	return {
		name: 'calque-articles',
		async load(context) {
			storeArticles(context);
			const { content } = contentFolders();
			const { watcher, logger } = context;
			watcher?.add(content);
			watcher?.on('all', (_event, path) => {
				if (!resolve(path).startsWith(content + sep)) return;
				try {
					storeArticles(context);
				} catch (error) {
					logger.error(error instanceof Error ? error.message : String(error));
				}
			});
			return Promise.resolve();
		},
	};
}

function storeArticles({ store }: LoaderContext): void {
	const source = readArchive();
	const articles = new Map(buildArticles(source).map((article) => [article.number, article]));
	store.clear();
	for (const { name, record, capture } of source.articles) {
		const article = articles.get(record.value?.number ?? 0);
		if (!article) continue;
		const { paragraphs, proseHtml: _proseHtml, ...rest } = article;
		const entry: ArticleEntry = {
			...rest,
			title: titleOf(article.record),
			paragraphRanges: paragraphs.map(({ start, end }) => [start, end]),
			folder: name,
			captureFile: capture?.origin === 'attached' ? resolve(capture.path) : undefined,
		};
		store.set({ id: String(article.number), data: entry, digest: article.digest });
	}
}
