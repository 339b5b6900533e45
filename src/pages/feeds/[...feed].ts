import type { APIRoute, GetStaticPaths } from 'astro';
import { startCacheKeys } from '../../archive/cache-keys.ts';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadArchive, loadOutlets } from '../../archive/load-authorities.ts';
import { statusOf } from '../../components/wording.ts';
import {
	chooseRevisions,
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
	const told = articles.map((article) => ({
		record: article.record,
		title: shownTitleOf(article),
		status: statusOf(article),
		types: [...new Set(article.notes.map(({ type }) => type))],
	}));
	const choices: FeedChoice[] = [
		{ kind: 'all' },
		...[...outlets.values()].map(({ id, name }) => ({ kind: 'outlet' as const, id, name })),
		...typology.map(({ id, label }) => ({ kind: 'type' as const, id, label })),
	];
	return choices
		.flatMap((choice) => chooseRevisions(choice, told, archive) ?? [])
		.flatMap((feed) => {
			const shown = keyOf(feed);
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
