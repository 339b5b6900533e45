import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticlePlace, KeptArticle, Tombstone } from '../model/article.ts';
import type { RatedEntry } from '../model/ratings.ts';
import { keepFolderOf, openKeep, writeWhole, type ArticleKeep } from './keep-articles.ts';
import { listTombstones } from './open-edition.ts';
import { listRated } from './open-rated.ts';
import { listArticleFolders, listRevisions, type ContentFolders } from './read-archive.ts';
import { isRatedFolder, readRated, type RatedSource } from './read-rated.ts';

/** What is in an archive, without the articles themselves; each list by number. */
export type Contents = {
	places: ArticlePlace[];
	/** What is left of the articles that were withdrawn. */
	tombstones: Tombstone[];
	/** The articles that were imported with their ratings. */
	rated: RatedEntry[];
};

/** The list of the contents, in the folder of a keep. */
const CONTENTS = 'contents.json';

/** Keep every article of an archive, and list its contents for `readContents`. Throws where one is not fit. */
export function keepArchive(folders: ContentFolders): Contents {
	const keep = openKeep(folders, keepFolderOf(folders));
	const root = folders.content;
	const kept: KeptArticle[] = [];
	const tombstones: Tombstone[] = [];
	const rated: RatedSource[] = [];
	for (const name of listArticleFolders(root)) {
		const folder = join('articles', name);
		if (isRatedFolder(root, folder)) {
			rated.push(readRated(root, folder));
			continue;
		}
		const opened = keep.open(folder);
		if ('withdrawn' in opened) {
			tombstones.push(...listTombstones({ articles: [opened.withdrawn], rated: [] }));
			continue;
		}
		const { article: _article, ...place } = opened;
		kept.push(place);
	}
	return listContents(folders, keep, kept, tombstones, rated);
}

/** List the contents of an archive whose articles are kept, for `readContents`, and forget what else is kept. */
export function listContents(
	folders: ContentFolders,
	keep: ArticleKeep,
	kept: readonly KeptArticle[],
	tombstones: readonly Tombstone[],
	rated: RatedSource[],
): Contents {
	const frozenOf = Map.groupBy(listRevisions(folders.content), ({ article }) => article);
	const places = kept.map((article): ArticlePlace => {
		const frozen = frozenOf.get(article.number) ?? [];
		const digests = frozen.map((revision) => keep.digest(revision.folder));
		return {
			...article,
			frozen: Object.fromEntries(frozen.map((revision) => [revision.number, revision.folder])),
			frozenDigest: digests.join(' '),
			hasUnreleasedChanges: digests.length > 0 && digests.at(-1) !== article.digest,
		};
	});
	const byNumber = (a: { number: number }, b: { number: number }) => a.number - b.number;
	const contents: Contents = {
		places: places.sort(byNumber),
		tombstones: [...tombstones, ...listTombstones({ articles: [], rated })].sort(byNumber),
		rated: listRated({ rated }).sort(byNumber),
	};
	writeWhole(join(keepFolderOf(folders), CONTENTS), JSON.stringify(contents));
	keep.forgetOthers(places.map((place) => place.kept));
	return contents;
}

/** Read the contents of an archive as they were when they were last listed. */
export function readContents(folders: ContentFolders): Contents {
	return JSON.parse(readFileSync(join(keepFolderOf(folders), CONTENTS), 'utf8')) as Contents;
}
