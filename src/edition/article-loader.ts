import { createHash } from 'node:crypto';
import { resolve, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { titleOf, type Article, type ArticleEntry } from '../model/article.ts';
import { digestOf } from './build-article.ts';
import { buildArticles, listTombstones } from './open-edition.ts';
import { holdArchive } from './hold-archive.ts';
import { listRated } from './open-rated.ts';
import { contentFolders, type ArchiveSource } from './read-archive.ts';

/** Files that belong together are written within this time. */
const SETTLING_MILLISECONDS = 60;

/**
 * Load the articles under content/ into a collection, and again whenever a file there changes. What is left of
 * a withdrawn one is in it as well, as `tombstone-7`, and what was imported with its ratings, as `rated-8`.
 */
export function articleLoader(): Loader {
	return {
		name: 'calque-articles',
		async load(context) {
			storeArticles(context);
			const { content } = contentFolders();
			const { watcher, logger } = context;
			watcher?.add(content);
			let pending: NodeJS.Timeout | undefined;
			watcher?.on('all', (_event, path) => {
				if (!resolve(path).startsWith(content + sep)) return;
				// Several files are often written one after the other.
				clearTimeout(pending);
				pending = setTimeout(() => {
					try {
						storeArticles(context);
					} catch (error) {
						logger.error(error instanceof Error ? error.message : String(error));
					}
				}, SETTLING_MILLISECONDS);
			});
			return Promise.resolve();
		},
	};
}

function storeArticles({ store }: LoaderContext): void {
	const source = holdArchive();
	const articles = new Map(buildArticles(source).map((article) => [article.number, article]));
	store.clear();
	for (const tombstone of listTombstones(source))
		store.set({ id: `tombstone-${tombstone.number}`, data: { tombstone } });
	for (const entry of listRated(source))
		store.set({ id: `rated-${entry.number}`, data: { rated: entry } });
	for (const { folder, record, capture, original } of source.articles) {
		const article = articles.get(record.value?.number ?? 0);
		if (!article) continue;
		const { paragraphs, proseHtml: _proseHtml, ...rest } = article;
		const entry: ArticleEntry = {
			...rest,
			title: titleOf(article.record),
			paragraphRanges: paragraphs.map(({ start, end }) => [start, end]),
			folder,
			captureFile: capture?.origin === 'attached' ? resolve(capture.path) : undefined,
			frozen: Object.fromEntries(
				source.revisions
					.filter((revision) => revision.article === article.number)
					.map((revision) => [revision.number, revision.source.folder]),
			),
			hasUnreleasedChanges: isChanged(source, article),
			originalHash: original && createHash('sha256').update(original.bytes).digest('hex'),
		};
		store.set({ id: String(article.number), data: entry, digest: article.digest });
	}
}

/** Say whether an article differs from its newest frozen revision. */
function isChanged({ revisions }: ArchiveSource, article: Article): boolean {
	const newest = revisions.findLast((revision) => revision.article === article.number);
	return newest !== undefined && digestOf(newest.source) !== article.digest;
}
