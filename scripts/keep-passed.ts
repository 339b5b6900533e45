import { hash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepFolderOf, writeWhole } from '../src/edition/keep-articles.ts';
import type { ContentFolders, OpenArchive } from '../src/edition/read-archive.ts';
import type { KeptArticle, Tombstone } from '../src/model/article.ts';
import { hashBundled } from './building/hash-sources.ts';

/**
 * What is known of an article in which no rule found anything: its outline as it is kept, and what was kept of it for
 * a build; without `kept` and `gone` it was not asked for them.
 */
export type Passed = { outline: string; kept?: KeptArticle; gone?: Tombstone[] };

/** What passed in an earlier check, to be taken as it is while nothing changed that rules look at in an article. */
export type PassedBefore = {
	/** Tell all that rules look at in the article of a folder; nothing where more than its own files may decide. */
	keyOf: (folder: string) => string | undefined;
	/** Find what passed under a key; where an article is to be kept, only what was kept. */
	find: (key: string, isKept: boolean) => Passed | undefined;
};

/** In a smaller archive looking for what passed takes as long as checking. */
const WORTH_KEEPING = 100;

/** Open what passed in the last check of an archive. */
export function openPassed(archive: OpenArchive, folders: ContentFolders): PassedBefore {
	if (archive.articleFolders.length < WORTH_KEEPING)
		return { keyOf: () => undefined, find: () => undefined };
	const lines = readPassed(folders);
	const common = [process.cwd(), folders.captures, hashBundled(folders)].join('\n');
	return {
		keyOf: (folder) => {
			const files = describeFiles(archive, folder);
			return files && hash('sha256', [common, folder, ...files].join('\n'));
		},
		find: (key, isKept) => {
			const line = lines.get(key);
			const passed = line === undefined ? undefined : parsePassed(line);
			if (!passed || !isKept) return passed;
			return passed.gone || (passed.kept && existsSync(passed.kept.kept)) ? passed : undefined;
		},
	};
}

/** Write what passed for the next check, whole or not at all; where it cannot be written, that one takes longer. */
export function writePassed(
	archive: OpenArchive,
	folders: ContentFolders,
	passed: readonly [key: string, passed: Passed][],
): void {
	if (archive.articleFolders.length < WORTH_KEEPING) return;
	const lines = passed.map(
		([key, { outline, ...kept }]) => `${key} ${JSON.stringify(kept)}\t${outline}\n`,
	);
	try {
		mkdirSync(keepFolderOf(folders), { recursive: true });
		writeWhole(fileOf(folders), lines.join(''));
	} catch {
		// A check writes nothing that is asked for.
	}
}

function fileOf(folders: ContentFolders): string {
	return join(keepFolderOf(folders), 'passed.txt');
}

/** Read the lines by their keys; they are parsed when they are asked for. */
function readPassed(folders: ContentFolders): Map<string, string> {
	const file = fileOf(folders);
	const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
	const lines = text.split('\n').filter((line) => line !== '');
	return new Map(lines.map((line) => [line.slice(0, 64), line.slice(65)]));
}

function parsePassed(line: string): Passed | undefined {
	try {
		const [kept = '', outline = ''] = line.split('\t');
		JSON.parse(outline);
		return { ...(JSON.parse(kept) as Pick<Passed, 'kept' | 'gone'>), outline };
	} catch {
		return undefined;
	}
}

/** A file that was written less than so many milliseconds ago may be written again at what is the same time for a disk. */
const SETTLED = 1000;

/**
 * Tell the files of an article from all other states of them, without reading them: whatever is written gets another
 * time of change. Returns nothing where a link may lead elsewhere, a file cannot be found or was written just now, or
 * the capture is looked for among those of all articles.
 */
function describeFiles({ root, captures }: OpenArchive, folder: string): string[] | undefined {
	try {
		const settled = Date.now() - SETTLED;
		if (!lstatSync(join(root, folder)).isDirectory()) return undefined;
		const entries = readdirSync(join(root, folder), { withFileTypes: true });
		if (!entries.every((entry) => entry.isFile())) return undefined;
		const names = entries.map(({ name }) => name).sort();
		const files = names.map((name) => {
			const { ino, size, mtimeMs, ctimeMs } = lstatSync(join(root, folder, name));
			return ctimeMs < settled && `${ino} ${size} ${mtimeMs} ${ctimeMs} ${name}`;
		});
		if (!files.every((file) => file !== false)) return undefined;
		if (names.includes('capture.txt') || captures.bySha256.size === 0) return files;
		const record = readFileSync(join(root, folder, 'record.yaml'), 'utf8');
		const [, sha256 = ''] = /\bsha256: *["']?([0-9a-f]{64})\b/.exec(record) ?? [];
		const attached = captures.bySha256.get(sha256);
		return attached && [...files, `${sha256} ${attached.path}`];
	} catch {
		return undefined;
	}
}
