import { join, resolve, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { ArticlePlace } from '../model/article.ts';
import { keepFolderOf, openKeep } from './keep-articles.ts';
import { listTombstones } from './open-edition.ts';
import { listRated } from './open-rated.ts';
import {
	contentFolders,
	listArticleFolders,
	listRevisions,
	type ArticleSource,
} from './read-archive.ts';
import { isRatedFolder, readRated, type RatedSource } from './read-rated.ts';

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
	const folders = contentFolders();
	const root = folders.content;
	const keep = openKeep(folders, keepFolderOf(folders));
	const revisions = listRevisions(root);
	const frozenOf = Map.groupBy(revisions, ({ article }) => article);
	const withdrawn: ArticleSource[] = [];
	const rated: RatedSource[] = [];
	const places: ArticlePlace[] = [];
	store.clear();
	for (const name of listArticleFolders(root)) {
		const folder = join('articles', name);
		if (isRatedFolder(root, folder)) {
			rated.push(readRated(root, folder));
			continue;
		}
		const opened = keep.open(folder);
		if ('withdrawn' in opened) {
			withdrawn.push(opened.withdrawn);
			continue;
		}
		const { article, ...place } = opened;
		const frozen = frozenOf.get(article.number) ?? [];
		const digests = frozen.map((revision) => keep.digest(revision.folder));
		const data: ArticlePlace = {
			...place,
			folder,
			digest: article.digest,
			frozen: Object.fromEntries(frozen.map((revision) => [revision.number, revision.folder])),
			frozenDigest: digests.join(' '),
			hasUnreleasedChanges: digests.length > 0 && digests.at(-1) !== article.digest,
		};
		places.push(data);
		store.set({ id: String(article.number), data, digest: article.digest });
	}
	for (const tombstone of listTombstones({ articles: withdrawn, rated }))
		store.set({ id: `tombstone-${tombstone.number}`, data: { tombstone } });
	for (const entry of listRated({ rated }))
		store.set({ id: `rated-${entry.number}`, data: { rated: entry } });
	keep.close(places);
}
