import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, expect, test } from 'vitest';
import { repairSite } from '../../scripts/building/site-folder.ts';
import { seeded } from '../../scripts/seeded.ts';
import { buildSite, fixtures, makeFolder, projectOfWorker } from '../build-site.ts';
import { hashFiles } from './hash-files.ts';

/** How often a build is killed; set CALQUE_KILLS=100 to try many more moments. */
const KILLS = Number(process.env['CALQUE_KILLS'] ?? 2);

const reference = makeFolder('site');
const { PATH, HOME } = process.env;
const means = {
	cwd: projectOfWorker(),
	encoding: 'utf8',
	env: {
		PATH,
		HOME,
		CALQUE_CONTENT: resolve(fixtures.archive),
		CALQUE_CAPTURES: resolve(fixtures.captures),
	},
} as const;
let milliseconds = 0;

beforeAll(() => {
	const start = performance.now();
	buildSite(fixtures.archive, fixtures.captures, reference);
	milliseconds = performance.now() - start;
});

/** Lay a small site in a folder of its own, as an earlier build may have left it; returns the site's folder. */
function layFormer(parent = makeFolder('killed')): string {
	const dist = join(parent, 'dist');
	mkdirSync(dist);
	for (const name of ['index.html', 'addresses.json']) writeFileSync(join(dist, name), 'former');
	return dist;
}

function build(...options: string[]) {
	return spawnSync(process.execPath, ['scripts/build.ts', ...options], means);
}

/** What is wrong where a command did not do what it was to do: its last words. */
const failureOf = ({ status, stderr }: { status: number | null; stderr: string }) =>
	status === 0 ? undefined : stderr;

function merge(...options: string[]) {
	return spawnSync(process.execPath, ['scripts/merge.ts', ...options], means);
}

test(
	'a build killed at any moment leaves the former site or the new one, and the next build is right',
	async () => {
		const dist = layFormer();
		const former = hashFiles(dist);
		const whole = hashFiles(reference);
		const { below } = seeded(11);
		for (let kill = 1; kill <= KILLS; kill++) {
			const child = spawn(process.execPath, ['scripts/build.ts', '--out-dir', dist], {
				...means,
				stdio: 'ignore',
			});
			const ended = once(child, 'exit');
			await Promise.race([ended, wait(below(milliseconds))]);
			child.kill('SIGKILL');
			await ended;
			repairSite(dist);
			const left = hashFiles(dist);
			expect([former, whole]).toContainEqual(left);
		}
		expect(failureOf(build('--out-dir', dist))).toBeUndefined();
		expect(hashFiles(dist)).toEqual(whole);
		expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
	},
	600_000 + 60_000 * KILLS,
);

test('a folder that cannot be written is told in one line, and the former site stays', () => {
	const dist = layFormer();
	writeFileSync(join(dist, '../.dist-build'), '');
	const { status, stderr } = build('--out-dir', dist);
	expect(status).toBe(1);
	expect(stderr).toMatch(
		/^A file stands in the place of a folder \(E\w+, .*\.dist-build.*\)\. .*dist is as it was\.\n$/,
	);
	expect(readdirSync(dist)).toEqual(['addresses.json', 'index.html']);
});

test('a full disk is told in one line, and the former site stays', ({ skip }) => {
	const disk = makeFolder('disk');
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk], { stdio: 'ignore' });
	} catch {
		skip('No small disk can be made here.');
	}
	try {
		const dist = layFormer(disk);
		const { status, stderr } = build('--out-dir', dist);
		expect(status).toBe(1);
		expect(stderr).toMatch(/^The disk is full \(ENOSPC.*\)\. .*dist is as it was\.$/m);
		expect(stderr).not.toMatch(/^\s+at /m);
		expect(readdirSync(disk)).toEqual(['dist']);
		expect(readdirSync(dist)).toEqual(['addresses.json', 'index.html']);
	} finally {
		execFileSync('umount', [disk]);
	}
}, 600_000);

test('three shards, merged, are the site that one build makes, byte for byte', () => {
	const folder = makeFolder('shards');
	const shards = join(folder, 'shards');
	for (const part of ['1/3', '2/3', '3/3'])
		expect(
			failureOf(build('--shard', part, '--out-dir', join(shards, part.replace('/', '-of-')))),
		).toBeUndefined();
	for (const name of readdirSync(shards)) expect(existsSync(join(shards, name, 'site'))).toBe(true);
	const dist = layFormer(folder);
	const held = hashFiles(shards);
	expect(failureOf(merge('--from', shards, '--out-dir', dist))).toBeUndefined();
	expect(hashFiles(dist)).toEqual(hashFiles(reference));
	expect(hashFiles(shards)).toEqual(held);

	renameSync(join(shards, '3-of-3'), join(folder, 'mislaid'));
	const { status, stderr } = merge('--from', shards, '--out-dir', dist);
	expect(status).toBe(1);
	expect(stderr).toMatch(/^Of the shards in .* there is no 3\/3\. .*dist is as it was\.\n$/);
	expect(hashFiles(dist)).toEqual(hashFiles(reference));
}, 600_000);

test('several processes make the same site as one', () => {
	const dist = join(makeFolder('jobs'), 'dist');
	expect(failureOf(build('--jobs', '2', '--out-dir', dist))).toBeUndefined();
	expect(hashFiles(dist)).toEqual(hashFiles(reference));
}, 600_000);

test('what is no option of the command is refused before anything is built', () => {
	const { status, stderr } = build('--outdir', 'x');
	expect(status).toBe(2);
	expect(stderr).toContain("Unknown option '--outdir'");
	expect(build('--shard', '4/3').stderr).toContain('--shard takes one of so many, such as 1/3');
	expect(build('--jobs', 'many').stderr).toContain('--jobs takes a number from 1 to 256, not many');
});
