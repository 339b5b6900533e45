import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { openKeep, readKept } from '../../../src/edition/keep-articles.ts';
import { buildOrRefuse, digestOf } from '../../../src/edition/build-article.ts';
import { buildArticles } from '../../../src/edition/open-edition.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { sampleArticle } from '../samples.ts';
import { writeSmallArchive } from '../small-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

const archives = {
	'with captures beside the records': {
		content: 'tests/fixtures/archive',
		captures: 'tests/fixtures/archive-captures',
	},
	'with none attached': { content: 'content', captures: 'tests/fixtures/no-captures' },
};

/** An article as it is after it was kept as text. */
const asKept = (article: unknown) => JSON.parse(JSON.stringify(article)) as unknown;

for (const [name, folders] of Object.entries(archives))
	test(`what is kept of an archive ${name} is what was made, at first and again`, () => {
		const folder = writeFolder({});
		const source = readArchive(folders);
		const made = new Map(buildArticles(source).map((article) => [article.number, article]));
		const live = source.articles.filter(({ record }) => !record.value?.withdrawn);
		expect(live.length).toBeGreaterThan(2);
		for (let turn = 0; turn < 2; turn++) {
			const keep = openKeep(folders, folder);
			for (const article of live) {
				const opened = keep.open(article.folder);
				if ('withdrawn' in opened) throw new Error('It is not withdrawn.');
				expect(asKept(opened.article)).toEqual(asKept(made.get(opened.article.number)));
				expect(readKept(opened.kept, opened.article.digest)).toEqual(asKept(opened.article));
				expect(opened.article.digest).toBe(digestOf(article));
				expect(keep.digest(article.folder)).toBe(digestOf(article));
			}
			expect(readdirSync(folder)).toHaveLength(live.length);
		}
	});

for (const [name, folders] of Object.entries(archives))
	test(`what was read already of an archive ${name} is kept as what is opened`, () => {
		const opened = openKeep(folders, writeFolder({}));
		const folder = writeFolder({});
		const keep = openKeep(folders, folder);
		const { articles } = readArchive(folders);
		const live = articles.filter(({ record }) => !record.value?.withdrawn);
		expect(live.length).toBeGreaterThan(2);
		for (const source of live) {
			const read = buildOrRefuse(source);
			const added = keep.add(source, read);
			const one = opened.open(source.folder);
			if ('withdrawn' in one) throw new Error('It is not withdrawn.');
			const { article, kept, ...place } = one;
			expect(added).toEqual({ ...place, kept: join(folder, basename(kept)) });
			expect(readKept(added.kept, added.digest)).toEqual(article);
			// What is there already is not written again.
			rmSync(added.kept);
			writeFileSync(added.kept, 'kept');
			keep.add(source, read);
			expect(readFileSync(added.kept, 'utf8')).toBe('kept');
		}
		for (const source of articles)
			if (source.record.value?.withdrawn)
				expect(() => keep.add(source, sampleArticle([], []))).toThrow(source.path);
	});

test('a change of any file, of the capture too, makes the article again', () => {
	const folders = writeSmallArchive();
	const folder = writeFolder({});
	const article = 'articles/7-watchdog';
	const open = () => {
		const opened = openKeep(folders, folder).open(article);
		if ('withdrawn' in opened) throw new Error('It is not withdrawn.');
		return opened;
	};
	const before = open();
	expect(open()).toEqual({ ...before, article: asKept(before.article) });
	const reading = join(folders.content, article, 'reading.md');
	const text = readFileSync(reading, 'utf8');
	writeFileSync(reading, text.replace(/\w+/, 'Anew'));
	expect(open().kept).not.toBe(before.kept);
	expect(open().article.paragraphs[0]?.reading).toMatch(/^Anew/);
	writeFileSync(reading, text);
	expect(open().kept).toBe(before.kept);
	// Without its capture the article is another, which its anchors may still allow.
	rmSync(join(folders.captures, 'any name'));
	expect(() => open()).toThrow(/has faults/);
});

test('what is damaged or cut off is made again', () => {
	const folders = writeSmallArchive();
	const folder = writeFolder({});
	const open = () => openKeep(folders, folder).open('articles/7-watchdog');
	const first = open();
	const [name = ''] = readdirSync(folder);
	for (const damage of ['', '{', '{"digest":"x","article":{}}', 'null']) {
		writeFileSync(join(folder, name), damage);
		expect(asKept(open())).toEqual(asKept(first));
	}
});

test('what no article needs any more is forgotten', () => {
	const folders = writeSmallArchive();
	const old = `${'0'.repeat(16)}-${'f'.repeat(16)}.json`;
	const folder = writeFolder({ [old]: '{}', 'contents.json': '{}' });
	const keep = openKeep(folders, folder);
	const opened = keep.open('articles/7-watchdog');
	if ('withdrawn' in opened) throw new Error('It is not withdrawn.');
	keep.forgetOthers([opened.kept]);
	expect(readdirSync(folder).sort()).toEqual([basename(opened.kept), 'contents.json'].sort());
});
