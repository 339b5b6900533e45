import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { articleLoader } from './edition/article-loader.ts';
import { contentFolders } from './edition/read-archive.ts';
import {
	archiveSchema,
	eventSchema,
	nameSchema,
	outletSchema,
	termSchema,
} from './model/authorities.ts';
import { pageSchema } from './model/page.ts';

const { content } = contentFolders();

/** Load a list from a YAML file, with the parser that the content check uses. */
const listFrom = (name: string) =>
	file(join(content, name), { parser: (text) => parse(text) as { id: string }[] });

export const collections = {
	archive: defineCollection({
		loader: file(join(content, 'archive.yaml'), {
			parser: (text) => ({ archive: parse(text) as object }) as never,
		}),
		schema: archiveSchema,
	}),
	articles: defineCollection({ loader: articleLoader() }),
	terms: defineCollection({ loader: listFrom('terms.yaml'), schema: termSchema }),
	events: defineCollection({ loader: listFrom('events.yaml'), schema: eventSchema }),
	people: defineCollection({ loader: listFrom('people.yaml'), schema: nameSchema }),
	organisations: defineCollection({
		loader: listFrom('organisations.yaml'),
		schema: nameSchema,
	}),
	outlets: defineCollection({ loader: listFrom('outlets.yaml'), schema: outletSchema }),
	pages: defineCollection({
		loader: glob({ base: join(content, 'pages'), pattern: '*.mdx' }),
		schema: pageSchema,
	}),
};
