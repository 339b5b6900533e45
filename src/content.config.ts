import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'zod';
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

const { content } = contentFolders();

export const collections = {
	archive: defineCollection({
		loader: file(join(content, 'archive.yaml'), {
			parser: (text) => ({ archive: parse(text) as object }) as never,
		}),
		schema: archiveSchema,
	}),
	articles: defineCollection({ loader: articleLoader() }),
	terms: defineCollection({ loader: file(join(content, 'terms.yaml')), schema: termSchema }),
	events: defineCollection({ loader: file(join(content, 'events.yaml')), schema: eventSchema }),
	people: defineCollection({ loader: file(join(content, 'people.yaml')), schema: nameSchema }),
	organisations: defineCollection({
		loader: file(join(content, 'organisations.yaml')),
		schema: nameSchema,
	}),
	outlets: defineCollection({ loader: file(join(content, 'outlets.yaml')), schema: outletSchema }),
	pages: defineCollection({
		loader: glob({ base: join(content, 'pages'), pattern: '*.mdx' }),
		schema: z.strictObject({ title: z.string(), description: z.string(), order: z.number() }),
	}),
};
