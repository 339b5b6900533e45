import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { copyProject as layProject } from '../scripts/copy-project.ts';

/** Make a folder of a test's own; the system clears it away. */
export function makeFolder(name: string): string {
	return mkdtempSync(join(tmpdir(), `calque-${name}-`));
}

/** Lay folders over one another as one archive, later files over earlier ones, and return its folder. */
export function layArchive(...layers: string[]): string {
	const folder = makeFolder('archive');
	for (const layer of layers) cpSync(layer, folder, { recursive: true });
	return folder;
}

/** Build the site of an archive, in the worker's copy of the project or in one that is
 * named; returns what was printed. */
export function buildSite(
	content: string,
	captures: string,
	outDir: string,
	settings: { SITE_URL?: string; TZ?: string; LC_ALL?: string } = {},
	project = projectOfWorker(),
): string {
	// Vitest sets variables that Vite takes for its own; a build in a test must be like any other.
	const { PATH, HOME } = process.env;
	const env = {
		PATH,
		HOME,
		CALQUE_CONTENT: resolve(content),
		CALQUE_CAPTURES: resolve(captures),
		...settings,
	};
	const command = ['scripts/build.ts', '--out-dir', outDir];
	return execFileSync(process.execPath, command, {
		cwd: project,
		env,
		encoding: 'utf8',
		stdio: 'pipe',
	});
}

/** Make the portable edition of a built site, in a folder whose name has a space and Cyrillic letters. */
export function layPortable(dist = 'dist'): string {
	const out = makeFolder('portable');
	execFileSync(process.execPath, ['scripts/write-portable.ts', '--dist', dist, '--out', out]);
	const folder = join(out, 'архив Calque');
	renameSync(join(out, 'portable'), folder);
	return folder;
}

/** Make the ZIM file of a portable edition; returns its path. */
export function layZim(portable: string): string {
	const file = join(makeFolder('zim'), 'calque.zim');
	execFileSync(process.execPath, ['scripts/write-zim.ts', '--from', portable, '--out', file]);
	return file;
}

/** Lay a copy of the project elsewhere, with nothing that an earlier build kept; returns its folder. */
export function copyProject(folder = makeFolder('project elsewhere-')): string {
	layProject(folder, { withContent: true });
	return folder;
}

/** The copy of the project in which a worker of Vitest builds: two builds in one would share a folder. */
export function projectOfWorker(): string {
	const worker = process.env['VITEST_POOL_ID'];
	if (worker === undefined) return process.cwd();
	const folder = join(tmpdir(), `calque-project-${process.ppid}-${worker}`);
	return existsSync(folder) ? folder : copyProject(folder);
}

export const fixtures = {
	archive: 'tests/fixtures/archive',
	captures: 'tests/fixtures/archive-captures',
	hostile: 'tests/fixtures/hostile',
	/** Another translation of the original of article 5. */
	secondTranslation: 'tests/fixtures/second-translation',
};
