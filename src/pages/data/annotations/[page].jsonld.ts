import type { APIRoute, GetStaticPaths } from 'astro';
import { startCacheKeys } from '../../../archive/cache-keys.ts';
import { loadArticles, loadNotes } from '../../../archive/load-articles.ts';
import { loadArchive } from '../../../archive/load-authorities.ts';
import {
	annotationPages,
	ANNOTATIONS_PER_PAGE,
	type AnnotationPage,
} from '../../../exchange/web-annotation.ts';

/** The pages of the collection of Web Annotations. */
export const getStaticPaths = (async () => {
	const [archive, articles, notes, keyOf] = await Promise.all([
		loadArchive(),
		loadArticles(),
		loadNotes(),
		startCacheKeys(),
	]);
	return annotationPages(articles, archive).map((annotations, index, pages) => {
		const from = index * ANNOTATIONS_PER_PAGE;
		return {
			params: { page: String(index + 1) },
			props: { annotations },
			cacheKey: keyOf(index, pages.length, notes.slice(from, from + ANNOTATIONS_PER_PAGE)),
		};
	});
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ annotations: AnnotationPage }> = ({ props: { annotations } }) =>
	new Response(`${JSON.stringify(annotations, null, '\t')}\n`);
