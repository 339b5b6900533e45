import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { keepArchive, readContents } from '../../../src/edition/keep-archive.ts';
import { buildArticles, openArticle, openEntry } from '../../../src/edition/open-edition.ts';
import {
	contentFolders,
	listArticleFolders,
	readArchive,
} from '../../../src/edition/read-archive.ts';
import { MAX_FILE_BYTES } from '../../../src/edition/read-text-file.ts';
import type { ArticlePlace } from '../../../src/model/article.ts';
import { smallCapture, writeSmallArchive } from '../small-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

test('a whole archive is read without a fault', () => {
	const archive = readArchive(writeSmallArchive());
	const files = [
		archive.archive,
		archive.terms,
		archive.events,
		archive.people,
		archive.organisations,
		archive.outlets,
		...archive.articles.map(({ record }) => record),
	];
	for (const { faults, fileFault, syntaxFault } of files)
		expect([faults, fileFault, syntaxFault]).toEqual([[], undefined, undefined]);
	expect(archive.outlets.value).toHaveLength(1);
	expect(archive.captures.bySha256.size).toBe(1);
	expect(buildArticles(archive).map(({ number }) => number)).toEqual([7]);
});

test('a list of the archive is read that is longer than an article may be', () => {
	const description = 'x'.repeat(500);
	const people = Array.from(
		{ length: 10_000 },
		(_, at) => `- id: p${at}\n  name: A\n  description: ${description}\n  spellings: [A]\n`,
	);
	const archive = readArchive(writeSmallArchive({ 'content/people.yaml': people.join('') }));
	expect(archive.people.file?.bytes.length).toBeGreaterThan(MAX_FILE_BYTES);
	expect(archive.people.value).toHaveLength(people.length);
});

test('a folder without an archive is all faults and no crash', () => {
	const root = writeFolder({});
	const archive = readArchive({ content: root, captures: join(root, 'captures') });
	expect(archive.articles).toEqual([]);
	expect(archive.archive.fileFault?.kind).toBe('absent');
	expect(buildArticles(archive)).toEqual([]);
});

test('articles are listed by number, files and hidden folders left out', () => {
	const names = ['10-ten', '9-nine', '1-one', 'no-number', '.hidden'];
	const root = writeFolder({ 'articles/readme.txt': 'x' });
	for (const name of names) mkdirSync(join(root, 'articles', name));
	const listed = listArticleFolders(root);
	expect(listed.filter((name) => /^\d/.test(name))).toEqual(['1-one', '9-nine', '10-ten']);
	expect(listed.toSorted()).toEqual(['1-one', '10-ten', '9-nine', 'no-number']);
	expect(listArticleFolders(join(root, 'none'))).toEqual([]);
});

test('an article with a fault is refused, with the command that lists its faults', () => {
	const folders = writeSmallArchive({ 'content/articles/7-watchdog/reading.md': 'One.' });
	expect(() => buildArticles(readArchive(folders))).toThrow(/7-watchdog .*npm run check:content$/);
});

test('content and captures lie where the environment says', () => {
	vi.stubEnv('CALQUE_CONTENT', '/some/content');
	vi.stubEnv('CALQUE_CAPTURES', '');
	expect(contentFolders()).toEqual({
		content: '/some/content',
		captures: '/some/content/captures',
	});
	vi.stubEnv('CALQUE_CAPTURES', '/other');
	expect(contentFolders()).toMatchObject({ captures: '/other', namedCaptures: '/other' });
	vi.unstubAllEnvs();
});

test('an article that is not kept is opened from its folder, with the capture that it is given', () => {
	const folders = writeSmallArchive();
	vi.stubEnv('CALQUE_CONTENT', folders.content);
	const place: ArticlePlace = {
		number: 7,
		suppliedTitle: 'Watchdog locks the messenger',
		folder: 'articles/7-watchdog',
		kept: join(folders.content, 'none.json'),
		digest: 'none',
		captureFile: join(folders.captures, 'any name'),
		frozen: {},
		frozenDigest: '',
		hasUnreleasedChanges: false,
		originalHash: undefined,
		originalUrl: 'unknown',
		revisionNumbers: [1],
		noteIds: [],
		renderings: [],
	};
	const attached = openArticle(place);
	expect(attached.paragraphs.map(({ captured }) => captured)).not.toContain(undefined);
	expect(() => openArticle({ ...place, captureFile: undefined })).toThrow(/has faults/);
	vi.unstubAllEnvs();
});

test('an entry has what lists need and not its paragraphs', () => {
	const folders = writeSmallArchive();
	vi.stubEnv('CALQUE_CONTENT', folders.content);
	vi.stubEnv('CALQUE_CAPTURES', folders.captures);
	const contents = keepArchive(folders);
	const [place] = contents.places;
	if (!place) throw new Error('Nothing was kept.');
	const entry = openEntry(place);
	expect(contents).toMatchObject({ places: [{ number: 7 }], tombstones: [], rated: [] });
	expect(readContents(folders)).toEqual(JSON.parse(JSON.stringify(contents)));
	expect(entry).toMatchObject({
		title: 'Watchdog locks the messenger',
		paragraphRanges: [
			[0, 31],
			[35, 78],
			[82, 101],
		],
		length: 101,
		readings: [],
		decisions: [],
		folder: 'articles/7-watchdog',
		captureFile: join(folders.captures, 'any name'),
	});
	expect(JSON.stringify(entry)).not.toContain(smallCapture.slice(1, 12) + '🔑');
	expect(Object.keys(entry)).not.toContain('paragraphs');
	expect(openArticle(place).digest).toBe(entry.digest);

	const commentary = join(folders.content, 'articles/7-watchdog/commentary.mdx');
	writeFileSync(commentary, 'No notes.');
	expect(keepArchive(folders).places.map(openEntry)).toMatchObject([{ number: 7, notes: [] }]);
	vi.unstubAllEnvs();
});
