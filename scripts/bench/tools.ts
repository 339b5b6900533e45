import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { copyProject } from '../copy-project.ts';
import { describeArticleAnew } from './describe-site.ts';
import { runMeasured, type Measured } from './run-measured.ts';
import {
	writePeerArticle,
	writePeerContent,
	type PeerTool,
	type Scope,
} from './write-peer-content.ts';

export const tools = ['calque', 'eleventy', 'hugo'] as const;
export type Tool = (typeof tools)[number];

/** As whoever has the project builds it. */
const CALQUE_BUILD = 'npm run build';

/** Pagefind reads the articles' own pages only: the peers mark no others as searched. */
const PAGEFIND = `node node_modules/pagefind/lib/runner/bin.cjs --site built --glob 'a/*/index.html'`;
const PEER_BUILDS: { [Name in PeerTool]: string } = {
	eleventy: `node node_modules/@11ty/eleventy/cmd.cjs && ${PAGEFIND}`,
	hugo: `hugo --cacheDir "$PWD/cache" && ${PAGEFIND}`,
};
/** Node’s own limit is far below what a large site takes in Eleventy; megabytes. */
const PEER_HEAP = 12_288;

/** What the builds of one run of the bench share. */
export type Bench = {
	/** Everything is in here. */
	folder: string;
	/** The archive, a copy that may be edited. */
	content: string;
	/** Where the peers' packages are installed. */
	packages: string;
	scope: Scope;
};

/** A tool with its folder laid out and its input ready. */
export type Site = {
	tool: Tool;
	/** Where the built pages are. */
	output: string;
	/** Take away whatever an earlier build made or kept. */
	clear: () => void;
	build: () => Promise<Measured>;
	/** What the last build printed at its end. */
	lastLines: () => string;
};

/** Lay out a site for each tool; this is not measured. Throws where the archive has faults. */
export function layOutSites(bench: Bench, wanted: readonly Tool[]): Site[] {
	const peers = wanted.filter((tool): tool is PeerTool => tool !== 'calque');
	if (peers.length > 0) writePeerContent(bench.content, foldersOf(bench, peers), bench.scope);
	return wanted.map((tool) => (tool === 'calque' ? layOutCalque(bench) : layOutPeer(bench, tool)));
}

const foldersOf = ({ folder }: Bench, peers: readonly PeerTool[]) =>
	Object.fromEntries(peers.map((tool) => [tool, join(folder, tool)]));

function layOutCalque({ folder, content }: Bench): Site {
	const project = join(folder, 'calque');
	const log = join(folder, 'calque.log');
	const clear = () => {
		moveAside(folder, project);
		mkdirSync(project);
		// A copy of the project has caches of its own: those of its owner are never touched.
		copyProject(project, { withContent: false });
	};
	const env = { ...plainEnvironment(), CALQUE_CONTENT: content };
	const build = () => runMeasured(CALQUE_BUILD, { cwd: project, env, log });
	return {
		tool: 'calque',
		output: join(project, 'dist'),
		clear,
		build,
		lastLines: () => lastLinesOf(log),
	};
}

function layOutPeer({ folder, packages, scope }: Bench, tool: PeerTool): Site {
	const site = join(folder, tool);
	const log = join(folder, `${tool}.log`);
	const output = join(site, 'built');
	symlinkSync(join(packages, 'node_modules'), join(site, 'node_modules'));
	cpSync(join(packages, 'package.json'), join(site, 'package.json'));
	const clear = () => {
		for (const kept of ['built', 'cache', 'resources', '.hugo_build.lock'])
			moveAside(folder, join(site, kept));
	};
	const env = {
		...plainEnvironment(),
		NODE_OPTIONS: `--max-old-space-size=${PEER_HEAP}`,
		PEER_PAGES: scope,
	};
	const build = () => runMeasured(PEER_BUILDS[tool], { cwd: site, env, log });
	return { tool, output, clear, build, lastLines: () => lastLinesOf(log) };
}

/** Move what is to be built anew aside, into a folder that is deleted with all else when the bench ends. */
function moveAside(folder: string, path: string): void {
	if (!existsSync(path)) return;
	mkdirSync(join(folder, 'aside'), { recursive: true });
	renameSync(path, join(mkdtempSync(join(folder, 'aside/')), basename(path)));
}

function lastLinesOf(log: string): string {
	return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-8).join('\n');
}

/** Nothing that the shell of the user sets may change what is built. */
function plainEnvironment(): NodeJS.ProcessEnv {
	const { PATH, HOME, TMPDIR } = process.env;
	return { PATH, HOME, ...(TMPDIR !== undefined && { TMPDIR }) };
}

/**
 * Change one word of the reading version of the last article, another word each time, in the archive and where the
 * peers have their copies of it.
 */
export function editOneWord(bench: Bench, sites: readonly Site[], edit: number): void {
	const folders = readdirSync(join(bench.content, 'articles'));
	const last = folders.reduce((a, b) => (Number.parseInt(b) > Number.parseInt(a) ? b : a));
	const file = join(bench.content, 'articles', last, 'reading.md');
	// The last word is never one that a note names.
	const changed = readFileSync(file, 'utf8').replace(/[\p{L}\d]+\.\n$/u, `edited${edit}.\n`);
	writeFileSync(file, changed);
	const peers = sites.flatMap(({ tool }) => (tool === 'calque' ? [] : tool));
	if (peers.length === 0) return;
	const article = describeArticleAnew(bench.content, join('articles', last));
	writePeerArticle(foldersOf(bench, peers), article, bench.scope);
}

/** Count the pages that a build wrote. */
export function countPages({ output }: Site): number {
	return readdirSync(output, { recursive: true, encoding: 'utf8' }).filter((path) =>
		path.endsWith('.html'),
	).length;
}
