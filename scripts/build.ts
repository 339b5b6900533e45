/**
 * Check the content and build the site, which is replaced as a whole or not at all: where anything fails or the
 * build is killed, the site that was there stays.
 *
 *   npm run build -- [--out-dir dist] [--jobs N]        the site
 *   npm run build -- --shard 2/3 [--out-dir DIR]        the second third of its pages, for npm run merge
 *
 * Exits with 1 where nothing was built, with 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { contentFolders } from '../src/edition/read-archive.ts';
import { buildShard, buildSite } from './building/build-site.ts';
import { chooseJobs, countArticles } from './building/choose-jobs.ts';
import { parsePart, type Part } from './building/part.ts';
import { failUsage, runCommand } from './building/run-command.ts';

const USAGE = 'Usage: npm run build [-- --out-dir dist] [--shard 1/3] [--jobs 2]';

const options = readOptions();
if (typeof options === 'string') failUsage(options, USAGE);
else {
	const { outDir, shard, jobs } = options;
	await runCommand(outDir, async () => {
		if (shard) await buildShard(outDir, shard, jobs);
		else await buildSite(outDir, jobs);
		console.log(`The ${shard ? 'shard' : 'site'} is in ${outDir}.`);
	});
}

/** Read the options, or say which of them is not understood. */
function readOptions(): { outDir: string; shard: Part | undefined; jobs: number } | string {
	const values = parseValues();
	if (values instanceof Error) return values.message;
	const shard = values.shard === undefined ? undefined : parsePart(values.shard);
	if (values.shard !== undefined && !shard)
		return `--shard takes one of so many, such as 1/3, not ${values.shard}.`;
	const jobs =
		values.jobs === undefined
			? chooseJobs(countArticles(contentFolders().content))
			: Number(values.jobs);
	if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
		return `--jobs takes a number from 1 to 256, not ${String(values.jobs)}.`;
	const usual = shard ? `shards/${shard.index + 1}-of-${shard.of}` : 'dist';
	return { outDir: values['out-dir'] ?? usual, shard, jobs };
}

function parseValues() {
	const text = { type: 'string' } as const;
	try {
		return parseArgs({ options: { 'out-dir': text, shard: text, jobs: text } }).values;
	} catch (error) {
		return error as Error;
	}
}
