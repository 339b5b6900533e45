import { spawnSync } from 'node:child_process';
import {
	appendFileSync,
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { smallRecord, smallCapture, writeSmallArchive } from '../small-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

const script = resolve('scripts/write-package.ts');

/** Run the command on a content folder, as an editor does, and give what it answers. */
function run(
	content: string,
	out: string,
	{ env = {}, cwd = process.cwd() }: { env?: { [name: string]: string }; cwd?: string } = {},
	...options: string[]
) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[script, '--out', out, ...options],
		{ encoding: 'utf8', cwd, env: { ...process.env, CALQUE_CONTENT: content, ...env } },
	);
	return { status, stdout, stderr };
}

/** Run the command, and give the folder and the zip that it wrote. */
function pack(content: string, how: Parameters<typeof run>[2] = {}) {
	const out = writeFolder({});
	expect(run(content, out, how)).toMatchObject({ status: 0, stderr: '' });
	const [name = ''] = readdirSync(out).filter((each) => !each.endsWith('.zip'));
	return { name, folder: join(out, name), zip: readFileSync(join(out, `${name}.zip`)) };
}

/** The fixtures, with an article of hostile texts among them. */
function writeFixtures(): string {
	const root = writeFolder({});
	cpSync('tests/fixtures/archive', root, { recursive: true });
	cpSync('tests/fixtures/hostile/articles', join(root, 'articles'), { recursive: true });
	return root;
}

/** Read a folder into paths and bytes. */
function readTree(folder: string): { [path: string]: string } {
	return Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map(({ parentPath, name }) => join(parentPath, name))
			.sort()
			.map((file) => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
	);
}

test('an archive rebuilt from its package gives the same package, byte for byte', () => {
	const { name, zip } = pack(writeFixtures());
	const files = unzipSync(zip);
	const unpacked = writeFolder(files);
	const again = pack(join(unpacked, name, 'data/content'));
	expect(again.name).toBe(name);
	expect(again.zip.equals(zip)).toBe(true);
	expect(readTree(again.folder)).toEqual(readTree(join(unpacked, name)));
});

test('sha256sum and sha512sum find the unpacked files whole, and miss none', () => {
	const { name, zip } = pack(writeFixtures());
	const folder = join(writeFolder(unzipSync(zip)), name);
	const payload = Object.keys(readTree(folder)).filter((path) => path.startsWith('data/'));
	for (const algorithm of ['sha256', 'sha512'])
		for (const manifest of ['manifest', 'tagmanifest']) {
			const file = `${manifest}-${algorithm}.txt`;
			const { status } = spawnSync(`${algorithm}sum`, ['--strict', '--quiet', '-c', file], {
				cwd: folder,
			});
			expect(status).toBe(0);
			if (manifest === 'tagmanifest') continue;
			const listed = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
			expect(listed.map((line) => line.replace(/^\S+ {2}/, '')).sort()).toEqual(payload.sort());
		}
	appendFileSync(join(folder, 'data/notes.csv'), ' ');
	expect(
		spawnSync('sha256sum', ['--quiet', '-c', 'manifest-sha256.txt'], { cwd: folder }).status,
	).toBe(1);
});

test('another zone, language, working folder and captures at hand change nothing', () => {
	const content = writeFixtures();
	const here = pack(content, { env: { TZ: 'UTC', LANG: 'C' } });
	const there = pack(content, {
		env: {
			TZ: 'Pacific/Kiritimati',
			LANG: 'tr_TR.UTF-8',
			LC_ALL: 'tr_TR.UTF-8',
			CALQUE_CAPTURES: resolve('tests/fixtures/archive-captures'),
			SITE_URL: 'https://other.example/',
		},
		cwd: writeFolder({}),
	});
	expect(there.zip.equals(here.zip)).toBe(true);
	expect(readTree(there.folder)).toEqual(readTree(here.folder));
});

test('only files of an archive enter, and no capture that may not be distributed', () => {
	const { content } = writeSmallArchive({
		'content/articles/7-watchdog/capture.txt': smallCapture,
		'content/captures/secret.txt': smallCapture,
		'content/pages/copy.mdx': smallCapture,
		'content/pages/about.mdx':
			'---\ntitle: About\ndescription: What it is.\norder: 1\n---\n\nText.\n',
		'content/revisions/7/v1/capture.txt': smallCapture,
		'content/revisions/7/v1/record.yaml': stringify(smallRecord()),
		'content/revisions/9/v1/record.yaml': 'of no article',
		'content/draft.txt': 'not of the archive',
		'content/.hidden': 'nor this',
		'content/permalinks.jsonl': '',
	});
	const { folder } = pack(content);
	const paths = Object.keys(readTree(join(folder, 'data/content')));
	expect(paths).toEqual([
		...['archive.yaml', 'articles/7-watchdog/commentary.mdx', 'articles/7-watchdog/reading.md'],
		...['articles/7-watchdog/record.yaml', 'events.yaml', 'organisations.yaml', 'outlets.yaml'],
		...['pages/about.mdx', 'people.yaml', 'permalinks.jsonl', 'revisions/7/v1/record.yaml'],
		'terms.yaml',
	]);
	const words = Buffer.from('“the lock” again', 'utf8').toString('latin1');
	for (const text of Object.values(readTree(folder))) expect(text).not.toContain(words);
});

test('an article that may not be shown whole is left out, of a withdrawn one the record stays', () => {
	const content = writeFixtures();
	const change = (name: string, text: string, into: string) => {
		const file = join(content, 'articles', name, 'record.yaml');
		const record = readFileSync(file, 'utf8');
		expect(record).toContain(text);
		writeFileSync(file, record.replace(text, into));
	};
	change('2-harbour-strike', 'capture:\n', 'capture:\n  display: excerpt\n');
	change(
		'5-school-roof',
		'capture:\n',
		'withdrawn: { date: "2026-11-23", reason: Asked. }\ncapture:\n',
	);
	const { folder } = pack(content);
	const tree = readTree(join(folder, 'data'));
	expect(Object.keys(tree).filter((path) => /^content\/articles\/[25]/.test(path))).toEqual([
		'content/articles/5-school-roof/record.yaml',
	]);
	expect(Object.keys(tree).filter((path) => /^articles\/[25]/.test(path))).toEqual([]);
	expect(tree['reports.csv']).not.toMatch(/,[25],/);
	expect(tree['articles.jsonl']?.split('\n')).toHaveLength(4);
});

test('a package is replaced by the next, and nothing is left beside it', () => {
	const content = writeFixtures();
	const out = writeFolder({});
	expect(run(content, out).status).toBe(0);
	const [name = ''] = readdirSync(out);
	writeFileSync(join(out, name, 'stale'), '');
	expect(run(content, out).status).toBe(0);
	expect(existsSync(join(out, name, 'stale'))).toBe(false);
	expect(readdirSync(out).sort()).toEqual([name, `${name}.zip`]);
});

const refusals: {
	[what: string]: { spoil: (content: string, out: string) => void; says: string | RegExp };
} = {
	'content that is not there': {
		spoil: (content) => {
			rmSync(content, { recursive: true });
		},
		says: /archive\.yaml has faults\. Run: npm run check:content/,
	},
	'a faulty record': {
		spoil: (content) => {
			writeFileSync(join(content, 'articles/1-new-bridge/record.yaml'), 'number: one');
		},
		says: /articles\/1-new-bridge has faults and cannot be published\. Run: npm run check:content/,
	},
	'a link in the place of a page': {
		spoil: (content) => {
			symlinkSync('/etc/hostname', join(content, 'pages/link.mdx'));
		},
		says: 'pages/link.mdx is not a plain file. Put the file itself in its place.',
	},
	'no article': {
		spoil: (content) => {
			rmSync(join(content, 'articles'), { recursive: true });
			mkdirSync(join(content, 'articles'));
		},
		says: 'There is no article with a dated revision to make a package of.',
	},
	'another folder in its place': {
		spoil: (_content, out) => {
			mkdirSync(join(out, 'test-archive-2026-11-22'), { recursive: true });
		},
		says: /test-archive-2026-11-22 is there and has no bagit\.txt, so it is something else\. Move it away/,
	},
	'a file for a folder': {
		spoil: (_content, out) => {
			rmSync(out, { recursive: true });
			writeFileSync(out, '');
		},
		says: /EEXIST|ENOTDIR/,
	},
};

test.for(Object.entries(refusals))(
	'%s: the command says so and exits with 2',
	([, { spoil, says }]) => {
		const content = writeFixtures();
		const out = writeFolder({});
		spoil(content, out);
		const before = listOut(out);
		const { status, stdout, stderr } = run(content, out);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^The package was not written\. [^\n]*\n$/);
		expect(stderr).toMatch(says);
		expect(listOut(out)).toEqual(before);
	},
);

function listOut(out: string): string[] | undefined {
	return statSync(out).isDirectory() ? readdirSync(out) : undefined;
}

test('an option that is not known is refused', () => {
	const { status, stderr } = run(writeFixtures(), writeFolder({}), {}, '--nonsense');
	expect(status).toBe(2);
	expect(stderr).toContain('--nonsense');
});
