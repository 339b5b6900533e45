import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { gzipSync } from 'node:zlib';
import type { IndexPage } from '../src/search/index-page.ts';
import { ALWAYS_OPENED } from '../src/search/narrow-places.ts';
import { DIRECTORY_FILE } from '../src/search/open-index.ts';
import { layers, type ArticleDays, type TextDirectory } from '../src/search/text-page.ts';
import { BLOCK, makeShard, type Shard, type ShardFile } from './search/make-shard.ts';
import { listCommon, mergeShards, type Chunk } from './search/merge-shards.ts';
import { KEPT, openKept, type Kept } from './search/keep-made.ts';
import { metaOf } from './search/pagefind-format.ts';
import { readEngine } from './search/read-engine.ts';

/** How long a file of texts is, in a large archive and in one of a few articles, which is read whole. */
const FILE_LENGTH = 130_000;
const FILE_LENGTH_OF_FEW = 400_000;
const FEW = 64;

/** An article to be indexed; it is opened only where its shard is not kept. */
export type IndexSource = {
	number: number;
	/** Changes with everything that `open` returns. */
	key: string;
	/** Returns nothing of an article without any text. */
	open: () => IndexPage | undefined;
};

type Options = {
	/** Where parts are kept from one build for the next. */
	kept?: string;
	/** How many blocks of articles make a shard. The same is found with any number. */
	blocks?: number;
};

/**
 * Write the index of articles into a folder, in place of what is there: Pagefind's engine and index of words, and
 * the texts. The index is made in shards, each of the articles whose numbers begin alike; a shard is taken from
 * an earlier build where the same code made it of the same articles. What is written is the same either way.
 */
export async function writeIndex(
	articles: readonly IndexSource[],
	outputPath: string,
	{ kept: folder = KEPT, blocks = 1 }: Options = {},
): Promise<void> {
	const kept = openKept(folder, codeVersion());
	const engine = await readEngine();
	const shards = makeShards(articles, blocks, kept);
	const chunks = mergeShards(shards, (key, make) => kept.keep(key, make));
	const files = shards.flatMap((shard) => shard.files);
	const meta = metaOf(
		engine.version,
		files.map(({ name }) => name),
		chunks,
	);
	const hash = `unknown_${hashOf(meta).slice(0, 10)}`;
	const entry = {
		...engine.entry,
		languages: { unknown: { hash, wasm: null, page_count: files.length } },
	};
	const days = pack(daysOf(files));
	const daysFile = `texts/${hashOf(days).slice(0, 10)}.packed`;
	const written: [string, Uint8Array][] = [
		...engine.files,
		['pagefind-entry.json', Buffer.from(JSON.stringify(entry))],
		[`pagefind.${hash}.pf_meta`, meta],
		...chunks.map((chunk): [string, Uint8Array] => [`index/${nameOf(chunk)}`, chunk.bytes]),
		...files.map((file): [string, Uint8Array] => [pathOf(file), file.bytes]),
		...(files.length > ALWAYS_OPENED ? ([[daysFile, days]] as [string, Uint8Array][]) : []),
		[DIRECTORY_FILE, pack(directoryOf(files, chunks, daysFile, listCommon(shards)))],
	];
	rmSync(outputPath, { recursive: true, force: true });
	for (const folder of new Set(written.map(([path]) => dirname(path))))
		mkdirSync(join(outputPath, folder), { recursive: true });
	for (const [path, bytes] of written) writeFileSync(join(outputPath, path), bytes);
	kept.forgetOld();
}

/** Make the shards of an index, in the order of their articles, or take them from an earlier build. */
function makeShards(articles: readonly IndexSource[], blocks: number, kept: Kept): Shard[] {
	const sorted = articles.toSorted((a, b) => a.number - b.number);
	const parts = Map.groupBy(sorted, ({ number }) => Math.floor(number / BLOCK / blocks));
	const fileLength = articles.length > FEW ? FILE_LENGTH : FILE_LENGTH_OF_FEW;
	return [...parts.values()].map((part) => {
		const keys = part.map(({ number, key }) => `${number} ${key}`);
		const made = kept.keep(hashOf(Buffer.from([fileLength, ...keys].join('\n'))), () =>
			serialize(
				makeShard(
					part.flatMap((article) => article.open() ?? []),
					fileLength,
				),
			),
		);
		return deserialize(made) as Shard;
	});
}

/** Take a page that is at hand as what is to be indexed. */
export function sourceOf(page: IndexPage): IndexSource {
	const text = JSON.stringify(page);
	return {
		number: page.texts[0]?.article ?? 0,
		key: hashOf(Buffer.from(text)),
		open: () => page,
	};
}

function directoryOf(
	files: readonly ShardFile[],
	chunks: readonly Chunk[],
	daysFile: string,
	common: string[],
): TextDirectory {
	const articles = files.flatMap((file) => file.articles);
	const outletNames = [...new Set(articles.map(({ outlet }) => outlet))];
	const verdictNames = [...new Set(articles.map(({ verdict }) => verdict))];
	const [outlets, verdicts] = [outletNames, verdictNames].map(
		(names) => new Map(names.map((name, number) => [name, number])),
	);
	return {
		files: files.map(pathOf),
		articles: {
			counts: files.map((file) => file.articles.length),
			firstYears: articles.map(({ years }) => Number(years[0] ?? 0)),
			years: articles.map(({ years }) => years.length),
			outlets: articles.map(({ outlet }) => outlets?.get(outlet) ?? 0),
			verdicts: articles.map(({ verdict }) => verdicts?.get(verdict) ?? 0),
			passages: Object.keys(layers).map((_, layer) =>
				articles.map(({ passages }) => passages[layer] ?? 0),
			),
		},
		outletNames,
		verdictNames,
		daysFile,
		chunks: chunks.map(({ from }) => from),
		chunkFiles: chunks.map(nameOf),
		common,
	};
}

function daysOf(files: readonly ShardFile[]): ArticleDays {
	return files.flatMap(({ articles }) =>
		articles.map(({ day }) => (day === '' ? null : Date.parse(day) / 86_400_000)),
	);
}

function nameOf({ hash }: Chunk): string {
	return `${hash}.pf_index`;
}

function pathOf({ name }: ShardFile): string {
	return `texts/${name}.packed`;
}

function pack(value: unknown): Buffer {
	return gzipSync(JSON.stringify(value), { level: 9 });
}

/** Identify all that makes the parts of an index: the code, what it uses, and the Node that runs it. */
function codeVersion(): string {
	const rooms = ['../src/search', './search'].map((room) => join(import.meta.dirname, room));
	const files = [
		...rooms.flatMap((room) => readdirSync(room).map((name) => join(room, name))),
		join(import.meta.dirname, '../package-lock.json'),
	];
	const hash = createHash('sha256').update(`${process.version} ${process.versions.zlib}`);
	for (const file of files.sort()) hash.update(readFileSync(file));
	return hash.digest('hex');
}

function hashOf(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
