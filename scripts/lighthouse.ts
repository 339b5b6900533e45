/**
 * Score the main pages of the built site with Lighthouse; every score must reach 98. Beside them stand the seconds until
 * the largest part of a page is painted, and how much of it shifts, each of which has a limit.
 *
 *   npm run lighthouse [-- --desktop] [-- --runs 3]     exit 0: all do · 1: one does not · 2: it cannot run
 *
 * Pages are served compressed, as hosts do. A performance score, a time and a shift are the median of the runs, any
 * other score the least.
 */
import { execFile } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { findChromium, quietArguments } from './find-chromium.ts';
import { listenOnLoopback, serveFolder } from './serve-folder.ts';

const port = 4545;
const least = 98;
const paths = ['/', '/a/1/', '/a/6/', '/search/', '/quality/'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
/** What Lighthouse measures, in milliseconds or in its own units, and the most that a page may take. */
const measures = [
	{ audit: 'largest-contentful-paint', label: 'LCP, s', unit: 1000, most: 1.2, digits: 2 },
	{ audit: 'cumulative-layout-shift', label: 'shift', unit: 1, most: 0.02, digits: 3 },
] as const;
const chromeFlags = ['--headless=new', ...quietArguments];

type Report = {
	runtimeError?: { message: string };
	categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
	audits: Record<
		string,
		{ score: number | null; title: string; displayValue?: string; numericValue?: number }
	>;
};

const { values } = parseArgs({
	options: {
		desktop: { type: 'boolean', default: false },
		runs: { type: 'string', default: '3' },
	},
});
const chromium = findChromium();
if (!existsSync('dist/index.html')) fail('There is no built site. Run: npm run build');
if (!chromium) fail('Lighthouse needs Chromium: install it or name one in CHROME_PATH.');

const folder = compressInto(mkdtempSync(join(tmpdir(), 'calque-lighthouse-')));
const servers = await listenOnLoopback(serveFolder(folder), port);
try {
	const labels = measures.map(({ label }) => label.padStart(6));
	console.log(['page'.padEnd(12), ...categories, ...labels].join('  '));
	for (const path of paths) await scorePage(path);
} finally {
	for (const server of servers) server.close();
	rmSync(folder, { recursive: true });
}

/** Copy the built site and lay a compressed file beside each that hosts compress. */
function compressInto(copy: string): string {
	cpSync('dist', copy, { recursive: true });
	for (const path of readdirSync(copy, { recursive: true, encoding: 'utf8' }))
		if (/\.(?:html|css|js|json|jsonl|svg|txt|xml|webmanifest)$/.test(path))
			writeFileSync(join(copy, `${path}.gz`), gzipSync(readFileSync(join(copy, path))));
	return copy;
}

/** Print the scores of a page and, where one is too low, the audits that cost it. */
async function scorePage(path: string): Promise<void> {
	const reports: Report[] = [];
	for (let run = 0; run < Number(values.runs); run++) reports.push(await runLighthouse(path));
	const faults = reports.flatMap(({ runtimeError }) => runtimeError?.message ?? []);
	const scores = categories.map((category) => {
		const sorted = reports
			.map((report) => Math.round((report.categories[category]?.score ?? 0) * 100))
			.sort((a, b) => a - b);
		return sorted[category === 'performance' ? Math.floor(sorted.length / 2) : 0] ?? 0;
	});
	const row = scores.map((score, index) => String(score).padStart(categories[index]?.length ?? 0));
	const measured = measures.map(({ audit, unit }) => {
		const sorted = reports
			.map((report) => (report.audits[audit]?.numericValue ?? Infinity) / unit)
			.sort((a, b) => a - b);
		return sorted[Math.floor(sorted.length / 2)] ?? Infinity;
	});
	const figures = measures.map(({ digits }, index) =>
		(measured[index] ?? Infinity).toFixed(digits).padStart(6),
	);
	console.log([path.padEnd(12), ...row, ...figures].join('  '));
	const isLight = measures.every(({ most }, index) => (measured[index] ?? Infinity) <= most);
	if (!isLight) {
		process.exitCode = 1;
		console.log(`  At most: ${measures.map(({ label, most }) => `${label} ${most}`).join('; ')}.`);
	}
	if (scores.every((score) => score >= least)) return;
	process.exitCode = 1;
	const costly = categories.filter((_, index) => (scores[index] ?? 0) < least);
	for (const line of new Set([...faults, ...costly.flatMap((one) => findCosts(reports, one))]))
		console.log(`  ${line}`);
}

function findCosts(reports: readonly Report[], category: string): string[] {
	return reports.flatMap(({ categories: all, audits }) =>
		(all[category]?.auditRefs ?? []).flatMap(({ id, weight }) => {
			const audit = audits[id];
			if (!audit || audit.score === null || audit.score >= 0.98 || weight === 0) return [];
			return [`${category}: ${audit.title} ${audit.displayValue ?? ''}`.trimEnd()];
		}),
	);
}

async function runLighthouse(path: string): Promise<Report> {
	const cli = createRequire(import.meta.url).resolve('lighthouse/cli/index.js');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[
			cli,
			`http://localhost:${port}${path}`,
			'--quiet',
			'--output=json',
			'--no-enable-error-reporting',
			`--only-categories=${categories.join(',')}`,
			`--chrome-flags=${chromeFlags.join(' ')}`,
			...(values.desktop ? ['--preset=desktop'] : []),
		],
		{ env: { ...process.env, CHROME_PATH: chromium }, maxBuffer: 1 << 28 },
	).catch((error: unknown) => error as { stdout: string });
	try {
		return JSON.parse(stdout) as Report;
	} catch {
		return {
			runtimeError: { message: `Lighthouse gave no report of ${path}.` },
			categories: {},
			audits: {},
		};
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(2);
}
