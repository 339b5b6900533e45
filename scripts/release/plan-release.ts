import { digestOf } from '../../src/edition/build-article.ts';
import type { Answered } from '../../src/edition/list-permalinks.ts';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { addressOf, newestRevision } from '../../src/model/article.ts';
import type { Permalink } from '../../src/model/permalink.ts';
import type { Record } from '../../src/model/record.ts';

/** An article whose state is to be frozen. */
export type Freeze = {
	source: ArticleSource;
	article: number;
	revision: Record['revisions'][number];
	/** Whether the revision has to be added to the record first. */
	isNew: boolean;
};

/**
 * List what a release freezes: articles that have no published revision yet, and those that are no longer as
 * their newest one. A withdrawn article is not frozen again.
 */
export function planFreezes(archive: ArchiveSource, date: string, reason: string): Freeze[] {
	const published = new Set((archive.permalinks.value ?? []).map(({ url }) => url));
	return archive.articles.flatMap((source): Freeze[] => {
		const record = source.record.value;
		if (!record || record.withdrawn) return [];
		const newest = newestRevision(record);
		const article = record.number;
		if (!published.has(addressOf.revision(article, newest.number)))
			return [{ source, article, revision: newest, isNew: false }];
		const frozen = archive.revisions.find(
			(revision) => revision.article === article && revision.number === newest.number,
		);
		if (frozen && digestOf(frozen.source) === digestOf(source)) return [];
		return [
			{ source, article, revision: { number: newest.number + 1, date, reason }, isNew: true },
		];
	});
}

/**
 * List the lines that a release adds to the ledger, by address: what is answered and was not published, and
 * the new fragments of what was.
 */
export function listNewPermalinks(
	answered: Iterable<Answered>,
	published: readonly Permalink[],
	since: string,
): Permalink[] {
	const known = new Map<string, Set<string>>();
	for (const { url, fragments = [] } of published)
		known.set(url, new Set([...(known.get(url) ?? []), ...fragments]));
	return [...answered]
		.flatMap(({ fragments, ...entry }): Permalink[] => {
			const before = known.get(entry.url);
			const added = fragments.filter((id) => !before?.has(id));
			if (before && added.length === 0) return [];
			const { url, kind, sha256 } = entry;
			return [
				{
					url,
					kind,
					...(before || sha256 === undefined ? {} : { sha256 }),
					...(added.length > 0 ? { fragments: added } : {}),
					since,
				},
			];
		})
		.sort((a, b) => (a.url < b.url ? -1 : Number(a.url > b.url)));
}
