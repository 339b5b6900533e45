import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
	existsSync,
	mkdirSync,
	readFileSync,
	readdirSync,
	renameSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { seeded } from '../../../scripts/seeded.ts';
import { isRunning, nameProcess } from '../../../scripts/building/running.ts';
import {
	closeWorkshop,
	openWorkshop,
	repairSite,
	swapSite,
	workshopOf,
} from '../../../scripts/building/site-folder.ts';
import { writeFolder } from '../temporary-folder.ts';

const built = (text: string) => ({
	'dist/addresses.json': '[]',
	'dist/index.html': text,
	'dist/a/1/index.html': text,
});

/** Build a site whose pages hold one text, in place of the one in a folder. */
async function replaceSite(dist: string, text: string): Promise<void> {
	const places = workshopOf(dist);
	const bench = await openWorkshop(places, 'addresses.json');
	const next = join(bench, 'site');
	for (const [path, page] of Object.entries(built(text))) {
		const file = join(next, path.replace('dist/', ''));
		mkdirSync(join(file, '..'), { recursive: true });
		writeFileSync(file, page);
	}
	swapSite(places, next, bench);
	closeWorkshop(places, bench);
}

/** Read the one text of a site's pages; fails where they are of two builds or one is missing. */
function textOf(dist: string): string {
	const texts = ['index.html', 'a/1/index.html'].map((page) =>
		readFileSync(join(dist, page), 'utf8'),
	);
	expect(new Set(texts).size).toBe(1);
	return texts[0] ?? '';
}

test('a new site replaces the former whole and leaves nothing beside it', async () => {
	const folder = writeFolder({ ...built('old'), 'dist/gone.html': '' });
	await replaceSite(join(folder, 'dist'), 'new');
	expect(textOf(join(folder, 'dist'))).toBe('new');
	expect(existsSync(join(folder, 'dist/gone.html'))).toBe(false);
	expect(readdirSync(folder)).toEqual(['dist']);
});

test('a site is built where there was none, and behind a link where its folder is one', async () => {
	const folder = writeFolder({ 'elsewhere/addresses.json': '[]' });
	await replaceSite(join(folder, 'some/where/dist'), 'first');
	expect(textOf(join(folder, 'some/where/dist'))).toBe('first');
	symlinkSync(join(folder, 'elsewhere'), join(folder, 'link'));
	await replaceSite(join(folder, 'link'), 'linked');
	expect(textOf(join(folder, 'elsewhere'))).toBe('linked');
	expect(readdirSync(folder).sort()).toEqual(['elsewhere', 'link', 'some']);
});

test('what makes a site a repository of its own stays', async () => {
	const folder = writeFolder({ ...built('old'), 'dist/.git/HEAD': 'ref: refs/heads/pages' });
	await replaceSite(join(folder, 'dist'), 'new');
	expect(readFileSync(join(folder, 'dist/.git/HEAD'), 'utf8')).toBe('ref: refs/heads/pages');
});

test('what is no built site is not replaced', async () => {
	const folder = writeFolder({ 'home/letter.txt': 'dear', file: '' });
	await expect(replaceSite(join(folder, 'home'), 'new')).rejects.toThrow(
		/home is there and has no addresses\.json/,
	);
	await expect(replaceSite(join(folder, 'file'), 'new')).rejects.toThrow(/file is a file/);
	expect(readFileSync(join(folder, 'home/letter.txt'), 'utf8')).toBe('dear');
	expect(readdirSync(folder).sort()).toEqual(['file', 'home']);
});

test('while one build runs another of the same site is refused, and goes on when it has ended', async () => {
	const folder = writeFolder(built('old'));
	const places = workshopOf(join(folder, 'dist'));
	const other = spawn('sleep', ['60']);
	onTestFinished(() => void other.kill('SIGKILL'));
	await once(other, 'spawn');
	mkdirSync(join(places.workshop, nameProcess(other.pid)), { recursive: true });
	await expect(openWorkshop(places, 'addresses.json')).rejects.toThrow(
		`Another build of ${places.site} is running (process ${String(other.pid)})`,
	);
	expect(readdirSync(places.workshop)).toEqual([nameProcess(other.pid)]);
	other.kill('SIGKILL');
	await once(other, 'exit');
	await replaceSite(places.site, 'new');
	expect(textOf(places.site)).toBe('new');
	expect(readdirSync(folder)).toEqual(['dist']);
});

test.runIf(existsSync('/proc/self/stat'))(
	'a process with the number of one that was killed is not taken for it',
	() => {
		const [pid, start] = nameProcess().split('-');
		expect(isRunning(nameProcess())).toBe(true);
		expect(isRunning(`${String(pid)}-${Number(start) + 1}`)).toBe(false);
		const { pid: dead } = spawnSync('true');
		expect(isRunning(`${dead}-0`)).toBe(false);
		for (const name of ['former', '', '0-0', '-1-0']) expect(isRunning(name)).toBe(false);
	},
);

/** Read all files of a folder, by their paths. */
function readAll(folder: string): { [path: string]: string } {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		entries
			.filter((entry) => entry.isFile())
			.map((entry) => {
				const file = join(entry.parentPath, entry.name);
				return [relative(folder, file), readFileSync(file, 'utf8')];
			}),
	);
}

const module = import.meta.resolve('../../../scripts/building/site-folder.ts');

/** Run a script with the functions of `module`, in a process that is killed when it has renamed so many files; says whether it was. */
function runAndKill(script: string, after: number): boolean {
	const { signal, status, stderr } = spawnSync(
		process.execPath,
		[
			'--input-type=module',
			'-e',
			`
			import fs from 'node:fs';
			import { syncBuiltinESMExports } from 'node:module';
			import { dirname } from 'node:path';
			const { renameSync } = fs;
			let left = ${after};
			fs.renameSync = (...paths) => {
				renameSync(...paths);
				if (--left === 0) process.kill(process.pid, 'SIGKILL');
			};
			syncBuiltinESMExports();
			const places = await import(${JSON.stringify(module)});
			${script}`,
		],
		{ encoding: 'utf8' },
	);
	if (signal === null) expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	return signal !== null;
}

const oldSite = {
	'addresses.json': '[]',
	'index.html': 'old',
	'a/1/index.html': 'kept',
	'a/1/cite/index.html': 'kept',
	'a/2/index.html': 'old',
	'a/3/index.html': 'gone',
};
const newSite = {
	'addresses.json': '[]',
	'index.html': 'new',
	'a/1/index.html': 'kept',
	'a/1/cite/index.html': 'kept',
	'a/2/index.html': 'new',
	'a/4/index.html': 'new',
};

/** What a build does that keeps one article, exchanges another, and has a new one and one less. */
const swapOf = (dist: string) => `
	const at = places.workshopOf(${JSON.stringify(dist)});
	const bench = await places.openWorkshop(at, 'addresses.json');
	for (const [path, text] of Object.entries(${JSON.stringify(newSite)})) {
		if (text === 'kept') continue;
		fs.mkdirSync(dirname(bench + '/site/' + path), { recursive: true });
		fs.writeFileSync(bench + '/site/' + path, text);
	}
	places.swapSite(at, bench + '/site', bench, ['a/1']);
	places.closeWorkshop(at, bench);`;

const layOld = () =>
	join(
		writeFolder(
			Object.fromEntries(Object.entries(oldSite).map(([path, text]) => [`dist/${path}`, text])),
		),
		'dist',
	);

test('kept articles are part of the new site, and nothing of the others is', () => {
	const dist = layOld();
	expect(runAndKill(swapOf(dist), Infinity)).toBe(false);
	expect(readAll(dist)).toEqual(newSite);
	expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
});

test('a build killed after any of its renames leaves a whole site, by the next build and by the server', () => {
	const met = new Set<string>();
	for (const repair of ['build', 'server', 'server that is killed']) {
		let renames = 1;
		for (let isKilled = true; isKilled; renames++) {
			const dist = layOld();
			isKilled = runAndKill(swapOf(dist), renames);
			if (repair === 'server that is killed')
				while (runAndKill(`places.repairSite(${JSON.stringify(dist)})`, 1));
			if (repair === 'build') {
				// One that is killed before it has renamed anything of its own.
				runAndKill(
					`await places.openWorkshop(places.workshopOf(${JSON.stringify(dist)}), 'addresses.json')`,
					Infinity,
				);
			} else repairSite(dist);
			const left = readAll(dist);
			met.add(left['index.html'] ?? '');
			expect([oldSite, newSite]).toContainEqual(left);
			runAndKill(swapOf(dist), Infinity);
			expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
		}
		expect(renames).toBeGreaterThan(6);
	}
	expect([...met].sort()).toEqual(['new', 'old']);
});

test('a site that was moved away by a build that wrote down nothing is put back', async () => {
	for (const repair of ['build', 'server']) {
		const places = workshopOf(layOld());
		mkdirSync(join(places.workshop, '999999999-1/site'), { recursive: true });
		renameSync(places.site, places.former);
		if (repair === 'server') repairSite(places.site);
		else closeWorkshop(places, await openWorkshop(places, 'addresses.json'));
		expect(readAll(places.site)).toEqual(oldSite);
	}
});

test('the server leaves a site alone that a running build is replacing', () => {
	const folder = writeFolder(built('old'));
	const places = workshopOf(join(folder, 'dist'));
	mkdirSync(join(places.workshop, nameProcess()), { recursive: true });
	renameSync(places.site, places.former);
	repairSite(places.site);
	expect(existsSync(places.site)).toBe(false);
});

test('a swap that fails leaves the former site', () => {
	const places = workshopOf(layOld());
	mkdirSync(places.workshop);
	const missing = join(places.workshop, 'missing');
	expect(() => swapSite(places, missing, places.workshop)).toThrow(/ENOENT/);
	expect(() => swapSite(places, missing, places.workshop, ['a/1'])).toThrow(/ENOENT/);
	expect(readAll(places.site)).toEqual(oldSite);
	expect(() => swapSite(places, missing, places.workshop, ['a/1', 'a/5'])).toThrow(
		`${places.site} was changed while its next state was built. Build it again.`,
	);
	expect(readAll(places.site)).toEqual(oldSite);
	renameSync(places.site, `${places.site}-elsewhere`);
	expect(() => swapSite(places, missing, places.workshop, ['a/1'])).toThrow('was changed');
});

test('a build killed at any moment leaves a whole site, and the next one is right', async () => {
	const dist = join(writeFolder({ ...built('0'), 'dist/a/2/index.html': 'kept' }), 'dist');
	const { below } = seeded(7);
	// Sites that are swapped without a pause, so that many of the moments are those of a swap.
	const script = `
		import { mkdirSync, writeFileSync } from 'node:fs';
		import { closeWorkshop, openWorkshop, swapSite, workshopOf } from ${JSON.stringify(module)};
		const places = workshopOf(${JSON.stringify(dist)});
		console.log('begun');
		for (let text = 1; ; text++) {
			const bench = await openWorkshop(places, 'addresses.json');
			mkdirSync(bench + '/site/a/1', { recursive: true });
			for (const page of ['index.html', 'a/1/index.html', 'addresses.json'])
				writeFileSync(bench + '/site/' + page, String(text));
			swapSite(places, bench + '/site', bench, ['a/2']);
			closeWorkshop(places, bench);
		}`;
	for (let kill = 0; kill < 12; kill++) {
		const child = spawn(process.execPath, ['--input-type=module', '-e', script]);
		onTestFinished(() => void child.kill('SIGKILL'));
		await once(child.stdout, 'data');
		await wait(below(40));
		child.kill('SIGKILL');
		await once(child, 'exit');
		repairSite(dist);
		expect(textOf(dist)).toMatch(/^\d+$/);
		expect(readFileSync(join(dist, 'a/2/index.html'), 'utf8')).toBe('kept');
	}
	await replaceSite(dist, 'last');
	expect(textOf(dist)).toBe('last');
	expect(readdirSync(join(dist, '..'))).toEqual(['dist']);
});

test('a large former site is cleared away while nobody waits, and is in the way of no other build', async () => {
	const dist = join(writeFolder(built('old')), 'dist');
	for (let number = 2; number <= 1_100; number++)
		mkdirSync(join(dist, 'a', String(number)), { recursive: true });
	await replaceSite(dist, 'new');
	expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('new');
	// The next build does not wait for it either.
	await replaceSite(dist, 'newer');
	expect(readFileSync(join(dist, 'index.html'), 'utf8')).toBe('newer');
	const { workshop } = workshopOf(dist);
	const limit = Date.now() + 30_000;
	while (existsSync(workshop) && Date.now() < limit) await wait(50);
	expect(existsSync(workshop)).toBe(false);
});

test('what was left half cleared away is cleared by the next build', async () => {
	const dist = join(writeFolder(built('old')), 'dist');
	const { workshop } = workshopOf(dist);
	mkdirSync(join(workshop, 'cleared-by-999999999-1/former/a/1'), { recursive: true });
	await replaceSite(dist, 'new');
	expect(existsSync(workshop)).toBe(false);
});
