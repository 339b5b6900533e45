/**
 * Put shards of the site together, index it for search, and replace the site by it as `npm run build` does.
 *
 *   npm run merge -- [--from shards] [--out-dir dist]
 *
 * Exits with 1 where nothing was merged, with 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { mergeShards } from './building/build-site.ts';
import { failUsage, runCommand } from './building/run-command.ts';

const options = readOptions();
if (options) {
	const { from, 'out-dir': outDir } = options;
	await runCommand(outDir, async () => {
		await mergeShards(from, outDir);
		console.log(`The site is in ${outDir}.`);
	});
}

function readOptions() {
	const options = {
		from: { type: 'string', default: 'shards' },
		'out-dir': { type: 'string', default: 'dist' },
	} as const;
	try {
		return parseArgs({ options }).values;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		failUsage(reason, 'Usage: npm run merge [-- --from shards] [--out-dir dist]');
		return undefined;
	}
}
