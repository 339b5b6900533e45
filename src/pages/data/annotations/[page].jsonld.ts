import type { APIRoute, GetStaticPaths } from 'astro';
import { loadArticles } from '../../../archive/load-articles.ts';
import { loadArchive } from '../../../archive/load-authorities.ts';
import { annotationPages, type AnnotationPage } from '../../../exchange/web-annotation.ts';

/** The pages of the collection of Web Annotations. */
export const getStaticPaths = (async () => {
	const [archive, articles] = await Promise.all([loadArchive(), loadArticles()]);
	return annotationPages(articles, archive).map((annotations, index) => ({
		params: { page: String(index + 1) },
		props: { annotations },
	}));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ annotations: AnnotationPage }> = ({ props: { annotations } }) =>
	new Response(`${JSON.stringify(annotations, null, '\t')}\n`);
