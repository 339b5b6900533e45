import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { termSchema } from '../model/authorities.ts';
import {
	contentFolders,
	readArchive,
	readArticle,
	type ArchiveSource,
	type ContentFolders,
} from './read-archive.ts';
import { MAX_LIST_BYTES } from './read-text-file.ts';
import { readYaml } from './read-yaml.ts';

/** What was read last, and the stamp that every file had then. */
let held: { key: string; archive: ArchiveSource; stamps: Stamps } | undefined;

type Stamps = ReadonlyMap<string, string>;

/**
 * Read the archive, but only what changed since it was last read: while a person edits one article, the others
 * need not be parsed again. The outcome is that of `readArchive`.
 */
export function holdArchive(folders: ContentFolders = contentFolders()): ArchiveSource {
	const stamps = stampFiles(folders);
	const key = JSON.stringify(folders);
	const before = held?.key === key ? held : undefined;
	const archive = (stamps && before && refresh(before, stamps)) ?? readArchive(folders);
	held = stamps && { key, archive, stamps };
	return archive;
}

/** Read the changed articles and terms again; returns nothing where anything else changed. */
function refresh(
	{ archive, stamps: before }: NonNullable<typeof held>,
	stamps: Stamps,
): ArchiveSource | undefined {
	const names = new Set([...before.keys(), ...stamps.keys()]);
	const changed = [...names].filter((name) => before.get(name) !== stamps.get(name));
	if (changed.length === 0) return archive;
	if (!isSame(listArticles(before), listArticles(stamps))) return undefined;
	const articles = listArticles(new Map(changed.map((name) => [name, ''])));
	const hasOthers = changed.some((name) => name !== TERMS && articleOf(name) === undefined);
	if (hasOthers) return undefined;
	return {
		...archive,
		terms: changed.includes(TERMS)
			? readYaml(archive.root, TERMS, z.array(termSchema), MAX_LIST_BYTES)
			: archive.terms,
		articles: archive.articles.map((article) =>
			articles.includes(article.name)
				? readArticle(archive.root, article.folder, archive.captures)
				: article,
		),
	};
}

const TERMS = 'terms.yaml';

function articleOf(name: string): string | undefined {
	const [room, article, file] = name.split('/');
	return room === 'articles' && file !== undefined ? article : undefined;
}

function listArticles(stamps: Stamps): string[] {
	return [...new Set([...stamps.keys()].flatMap((name) => articleOf(name) ?? []))].sort();
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
	return a.length === b.length && a.every((name, index) => name === b[index]);
}

/** Stamp every file by its time, size and place; returns nothing where a link hides files from the list. */
function stampFiles({ content, captures }: ContentFolders): Stamps | undefined {
	const stamps = new Map<string, string>();
	try {
		for (const folder of new Set([content, captures].filter(existsSync)))
			for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
				if (entry.isDirectory()) continue;
				const path = join(entry.parentPath, entry.name);
				const status = statSync(path, { bigint: true });
				if (status.isDirectory()) return undefined;
				const { mtimeNs, ctimeNs, size, ino } = status;
				const name = relative(content, path).split(sep).join('/');
				stamps.set(name, [mtimeNs, ctimeNs, size, ino].join(' '));
			}
	} catch {
		return undefined;
	}
	return stamps;
}
