import { countPages, editOneWord, type Bench, type Site, type Tool } from './tools.ts';

export const kinds = ['cold', 'one-edit'] as const;

/** What the builds of one tool took, run by run. */
export type BuildFigures = {
	tool: Tool;
	kind: (typeof kinds)[number];
	wall_s: number[];
	cpu_s: number[];
	peak_mb: number[];
	/** HTML files. */
	pages: number;
	/** Builds that ended with an error; their times are not in the lists. */
	failed: number;
};

/**
 * Build each site `runs` times, the tools in turn: from nothing, then again after a change of one word. A tool whose
 * build fails is told of with `say` and left out from then on.
 */
export async function measureBuilds(
	bench: Bench,
	sites: readonly Site[],
	runs: number,
	say: (line: string) => void,
): Promise<BuildFigures[]> {
	const figures = sites.flatMap(({ tool }) =>
		kinds.map((kind): BuildFigures => {
			return { tool, kind, wall_s: [], cpu_s: [], peak_mb: [], pages: 0, failed: 0 };
		}),
	);
	const failed = new Set<Tool>();
	for (let run = 1; run <= runs; run++) {
		for (const kind of kinds) {
			if (kind === 'one-edit') editOneWord(bench, sites, run);
			for (const site of sites.filter(({ tool }) => !failed.has(tool))) {
				if (kind === 'cold') site.clear();
				const measured = await site.build();
				const own = figures.find((one) => one.tool === site.tool && one.kind === kind);
				if (!own) continue;
				if (!measured.isDone) {
					failed.add(site.tool);
					own.failed++;
					say(`Run ${run}, ${site.tool}, ${kind}: failed. What it printed last:`);
					say(site.lastLines());
					continue;
				}
				own.wall_s.push(measured.wall_s);
				own.cpu_s.push(measured.cpu_s);
				own.peak_mb.push(measured.peak_mb);
				own.pages = countPages(site);
				const [wall, cpu, peak] = [measured.wall_s, measured.cpu_s, measured.peak_mb].map((value) =>
					value.toFixed(value < 100 ? 1 : 0),
				);
				say(`Run ${run}, ${site.tool}, ${kind}: ${wall} s, ${cpu} s of processor, ${peak} MB.`);
			}
		}
	}
	return figures;
}
