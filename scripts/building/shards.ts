import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BuildFault } from './fault.ts';
import { hashSources, type Sources } from './hash-sources.ts';
import { parsePart, type Part } from './part.ts';

/**
 * A shard is a part of a site that was built by itself, often on another machine: a folder with the rendered files
 * in `site/` and, in this file, what they were made of, which part they are, and their sizes in bytes.
 */
export const SHARD_FILE = 'shard.json';

const shardSchema = z.strictObject({
	format: z.literal(1),
	shard: z.string(),
	content: z.string(),
	code: z.string(),
	files: z.record(z.string(), z.int()),
});

type Shard = { folder: string; part: Part; sources: Sources; files: { [path: string]: number } };

/** Write into the folder of a rendered shard what it is. */
export function describeShard(folder: string, { index, of }: Part): void {
	const files = Object.fromEntries(
		readdirSync(join(folder, 'site'), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.sort()
			.map((file) => [
				file.slice(join(folder, 'site').length + 1).replaceAll('\\', '/'),
				statSync(file).size,
			]),
	);
	const shard = { format: 1, shard: `${index + 1}/${of}`, ...hashSources(), files };
	writeFileSync(join(folder, SHARD_FILE), JSON.stringify(shard, null, '\t'));
}

/**
 * Open the shards that lie in a folder and return where the files of each are, in their order. Throws a BuildFault
 * where they are not all the shards of one build, each once and whole, or were made of other content or code than is
 * `here`.
 */
export function openShards(from: string, here: Sources = hashSources()): string[] {
	const names = existsSync(from) ? readdirSync(from).sort() : [];
	const folders = names
		.map((name) => join(from, name))
		.filter((folder) => existsSync(join(folder, SHARD_FILE)));
	const shards = folders.map(readShard);
	const [first] = shards;
	if (!first)
		throw new BuildFault(
			`There is no shard in ${from}. Build each with: npm run build -- --shard 1/3`,
		);
	const { of } = first.part;
	const byIndex = new Map<number, Shard>();
	for (const shard of shards) {
		const { folder, part, sources } = shard;
		if (part.of !== of)
			throw new BuildFault(`${first.folder} is one of ${of} shards, ${folder} one of ${part.of}.`);
		const twin = byIndex.get(part.index);
		if (twin)
			throw new BuildFault(`${twin.folder} and ${folder} are both shard ${part.index + 1}/${of}.`);
		byIndex.set(part.index, shard);
		for (const what of ['content', 'code'] as const)
			if (sources[what] !== here[what])
				throw new BuildFault(`${folder} was built of other ${what} than is here. Build it again.`);
		assertWhole(shard);
	}
	const indexes = Array.from({ length: of }, (_, index) => index);
	const missing = indexes
		.filter((index) => !byIndex.has(index))
		.map((index) => `${index + 1}/${of}`);
	if (missing.length > 0)
		throw new BuildFault(`Of the shards in ${from} there is no ${missing.join(', no ')}.`);
	return indexes.flatMap((index) => {
		const shard = byIndex.get(index);
		return shard ? [join(shard.folder, 'site')] : [];
	});
}

function readShard(folder: string): Shard {
	try {
		const text = readFileSync(join(folder, SHARD_FILE), 'utf8');
		const { shard, content, code, files } = shardSchema.parse(JSON.parse(text));
		const part = parsePart(shard);
		if (part) return { folder, part, sources: { content, code }, files };
	} catch (error) {
		if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
	}
	throw new BuildFault(`${join(folder, SHARD_FILE)} is not as a build writes it. Build it again.`);
}

function assertWhole({ folder, files }: Shard): void {
	for (const [path, bytes] of Object.entries(files)) {
		const found = statSync(join(folder, 'site', path), { throwIfNoEntry: false });
		if (found?.size !== bytes)
			throw new BuildFault(
				`${folder} is not whole: site/${path} is ${found ? 'cut off' : 'missing'}. Bring it here again.`,
			);
	}
}
