import { resolve, sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { keepArchive } from './keep-archive.ts';
import { contentFolders } from './read-archive.ts';

/** Files that belong together are written within this time. */
const SETTLING_MILLISECONDS = 60;

/**
 * Keep the articles under content/ while a person edits, and again whenever a file there changes. The collection
 * holds nothing but their digests, so that Astro makes the pages anew when one changes; a build keeps the articles
 * when it checks them, and asks for no collection.
 */
export function articleLoader(): Loader {
	return {
		name: 'calque-articles',
		async load(context) {
			const { watcher, logger } = context;
			if (!watcher) return Promise.resolve();
			storeArticles(context);
			const { content } = contentFolders();
			watcher.add(content);
			let pending: NodeJS.Timeout | undefined;
			watcher.on('all', (_event, path) => {
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
	const { places, tombstones, rated } = keepArchive(contentFolders());
	store.clear();
	for (const { number, ...rest } of [...places, ...tombstones, ...rated]) {
		const digest = JSON.stringify(rest);
		store.set({ id: String(number), data: { digest }, digest });
	}
}
