import type { APIRoute, GetStaticPaths } from 'astro';
import { startCacheKeys } from '../../archive/cache-keys.ts';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadArchive, loadOutlets } from '../../archive/load-authorities.ts';
import { statusOf } from '../../components/wording.ts';
import {
	chooseRevisions,
	listFeedRevisions,
	writeAtom,
	writeJsonFeed,
	type Feed,
	type FeedChoice,
} from '../../exchange/feeds.ts';
import { shownTitleOf } from '../../model/article.ts';
import { typology } from '../../model/typology.ts';

/** Feeds of the revisions: all, by outlet, by type of note; each as Atom and as JSON Feed. */
export const getStaticPaths = (async () => {
	const [archive, articles, outlets, keyOf] = await Promise.all([
		loadArchive(),
		loadArticles(),
		loadOutlets(),
		startCacheKeys(),
	]);
	const revisions = listFeedRevisions(
		articles.map((article) => ({
			record: article.record,
			title: shownTitleOf(article),
			status: statusOf(article),
			types: [...new Set(article.notes.map(({ type }) => type))],
		})),
	);
	// A revision is in a feed of every type that its article has notes of.
	const keyOfEntry = new Map(revisions.map(({ entry }) => [entry, keyOf(entry)]));
	const choices: FeedChoice[] = [
		{ kind: 'all' },
		...[...outlets.values()].map(({ id, name }) => ({ kind: 'outlet' as const, id, name })),
		...typology.map(({ id, label }) => ({ kind: 'type' as const, id, label })),
	];
	return choices
		.flatMap((choice) => chooseRevisions(choice, revisions, archive) ?? [])
		.flatMap((feed) => {
			const entries = feed.entries.map((entry) => keyOfEntry.get(entry));
			const shown = keyOf({ ...feed, entries });
			return (['atom', 'json'] as const).map((format) => ({
				params: { feed: `${feed.path.slice('/feeds/'.length)}.${format}` },
				props: { feed, format },
				cacheKey: keyOf(shown, format),
			}));
		});
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ feed: Feed; format: 'atom' | 'json' }> = ({
	props: { feed, format },
}) => new Response(format === 'atom' ? writeAtom(feed) : writeJsonFeed(feed));
