import type { APIRoute } from 'astro';
import { loadArticles } from '../../archive/load-articles.ts';
import { loadArchive } from '../../archive/load-authorities.ts';
import { annotationCollection } from '../../exchange/web-annotation.ts';

/** Every note as a Web Annotation: the collection, which names its pages. */
export const GET: APIRoute = async () => {
	const [archive, articles] = await Promise.all([loadArchive(), loadArticles()]);
	return new Response(`${JSON.stringify(annotationCollection(articles, archive), null, '\t')}\n`);
};
