import type { BuildFigures } from './measure-builds.ts';
import type { SearchFigures } from './measure-search.ts';

/** The middle of some figures; nothing where there are none. */
export function medianOf(values: readonly number[]): number | undefined {
	const sorted = values.toSorted((a, b) => a - b);
	const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Lay out the medians of builds as a table, each with its ratio to Calque’s own. */
export function formatBuilds(figures: readonly BuildFigures[]): string {
	const measures = ['wall_s', 'cpu_s', 'peak_mb'] as const;
	const rows = figures.map((one) => {
		const calque = figures.find(({ tool, kind }) => tool === 'calque' && kind === one.kind);
		const cells = measures.map((measure) => {
			const [own, base] = [medianOf(one[measure]), medianOf(calque?.[measure] ?? [])];
			if (own === undefined) return one.failed > 0 ? 'failed' : '-';
			const ratio = base === undefined || one === calque ? '' : ` (Calque ${show(base / own)}×)`;
			return `${show(own)}${ratio}`;
		});
		return [one.tool, one.kind, ...cells, String(one.pages)];
	});
	return layOut([['', 'build', 'wall, s', 'processor, s', 'memory at most, MB', 'pages'], ...rows]);
}

/** Lay out what searches took as a table. */
export function formatSearches(figures: readonly SearchFigures[]): string {
	const both = (figure: { p50: number; p95: number }) =>
		`${show(figure.p50)} / ${show(figure.p95)}`;
	return layOut([
		[
			'search',
			'ready, KB',
			'first query, KB',
			'requests',
			'a warm query, KB',
			'first query, ms p50/p95',
			'warm query, ms p50/p95',
			'queries that found',
		],
		...figures.map((one) => [
			one.tool,
			show(one.bytes.ready / 1000),
			show(one.bytes.first_query_p50 / 1000),
			show(one.requests.first_query_p50),
			show(one.bytes.warm_query_mean / 1000),
			both(one.cold_ms),
			both(one.warm_ms),
			`${one.found} of ${one.queries}`,
		]),
	]);
}

function show(value: number): string {
	return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function layOut(rows: readonly (readonly string[])[]): string {
	const widths = (rows[0] ?? []).map((_, column) =>
		Math.max(...rows.map((row) => row[column]?.length ?? 0)),
	);
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column < 1 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
				)
				.join('  ')
				.trimEnd(),
		)
		.join('\n');
}
