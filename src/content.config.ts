import { join } from 'node:path';
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { articleLoader } from './edition/article-loader.ts';
import { contentFolders } from './edition/read-archive.ts';
import { readRows } from './edition/read-rows.ts';
import {
	archiveSchema,
	eventSchema,
	nameSchema,
	outletSchema,
	termSchema,
} from './model/authorities.ts';
import { pageSchema } from './model/page.ts';
import { suggestionFiguresSchema } from './model/suggestion-figures.ts';

const { content } = contentFolders();

/**
 * Load a list from a YAML file, with the parser that the content check uses. Each entry is told its place in
 * the file, since the store keeps them by id.
 */
const listFrom = (name: string) =>
	file(join(content, name), {
		parser: (text) =>
			((parse(text) ?? []) as { id: string }[]).map((entry, position) => ({ ...entry, position })),
	});
const position = { position: z.int() };

export const collections = {
	archive: defineCollection({
		loader: file(join(content, 'archive.yaml'), {
			parser: (text) => ({ archive: parse(text) as object }) as never,
		}),
		schema: archiveSchema,
	}),
	articles: defineCollection({ loader: articleLoader() }),
	terms: defineCollection({ loader: listFrom('terms.yaml'), schema: termSchema.extend(position) }),
	events: defineCollection({
		loader: listFrom('events.yaml'),
		schema: eventSchema.extend(position),
	}),
	people: defineCollection({
		loader: listFrom('people.yaml'),
		schema: nameSchema.extend(position),
	}),
	organisations: defineCollection({
		loader: listFrom('organisations.yaml'),
		schema: nameSchema.extend(position),
	}),
	outlets: defineCollection({
		loader: listFrom('outlets.yaml'),
		schema: outletSchema.extend(position),
	}),
	suggestionFigures: defineCollection({
		// Generated: where the file is missing or an older command wrote it, nothing was measured.
		loader: () =>
			(readRows(content, 'suggestion-figures.jsonl', suggestionFiguresSchema).value ?? []).map(
				(figures) => ({ id: String(figures.article), figures }),
			),
		schema: z.object({ figures: suggestionFiguresSchema }),
	}),
	pages: defineCollection({
		loader: glob({ base: join(content, 'pages'), pattern: '*.mdx' }),
		schema: pageSchema,
	}),
};
