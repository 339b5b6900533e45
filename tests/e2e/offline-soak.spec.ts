import { runCycles } from '../../scripts/soak/run-cycles.ts';
import { expect, test } from './site-test.ts';

// Holds for the browser with a profile too.
test.use({ serviceWorkers: 'allow' });

test('nothing held is lost while the server and the browser are killed', async () => {
	const { losses, ...counts } = await runCycles({ dist: 'dist', cycles: 30, seed: 1 });
	expect(losses).toEqual([]);
	expect(counts.cycles).toBe(30);
	for (const kind of ['loads', 'searches', 'serverKills', 'browserKills'] as const)
		expect(counts[kind], kind).toBeGreaterThan(0);
});
