/**
 * Load, search and keep pages while the server and the browser are killed, and see that nothing held is lost.
 *
 *   npm run soak [-- --cycles 1000] [-- --seed 1] [-- --dist dist]
 *
 * Exit 0: nothing was lost · 1: something was, named with its cycle and seed · 2: it cannot run.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { findChromium } from './find-chromium.ts';
import { runCycles, type Soaked } from './soak/run-cycles.ts';

const { values } = parseArgs({
	options: {
		cycles: { type: 'string', default: '1000' },
		seed: { type: 'string', default: '1' },
		dist: { type: 'string', default: 'dist' },
	},
});
const [cycles, seed] = [Number(values.cycles), Number(values.seed)];
if (!existsSync(values.dist)) fail(`There is no built site in ${values.dist}. Run: npm run build`);
if (!findChromium()) fail('The soak needs Chromium: install it or name one in CHROME_PATH.');
if (![cycles, seed].every((number) => Number.isInteger(number) && number > 0))
	fail('--cycles and --seed take whole numbers above 0.');

const began = Date.now();
let toldLosses = 0;
const soaked = await runCycles({ dist: values.dist, cycles, seed, tell });
if (process.stdout.isTTY) process.stdout.write('\n');
console.log(describe(soaked));
if (soaked.losses.length > 0) process.exitCode = 1;

/** Show a bar where there is a terminal, a line now and then where there is none, and every loss at once. */
function tell(soaked: Soaked): void {
	for (; toldLosses < soaked.losses.length; toldLosses++)
		console.error(`\n${soaked.losses[toldLosses] ?? ''}`);
	if (process.stdout.isTTY) {
		const done = Math.round((soaked.cycles / cycles) * 20);
		process.stdout.write(`\r[${'#'.repeat(done).padEnd(20)}] ${describe(soaked)}`);
	} else if (soaked.cycles % 50 === 0 && soaked.cycles < cycles) console.log(describe(soaked));
}

function describe({ losses, ...counts }: Soaked): string {
	const seconds = Math.round((Date.now() - began) / 1000);
	return `${counts.cycles} cycles in ${seconds} s: ${counts.loads} loads, ${counts.searches} searches, ${counts.downloads} downloads, ${counts.serverKills} kills of the server, ${counts.browserKills} of the browser, ${losses.length} losses.`;
}

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
