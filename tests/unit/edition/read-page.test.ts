import { expect, test } from 'vitest';
import { readPages } from '../../../src/edition/read-page.ts';
import { writeFolder } from '../temporary-folder.ts';

const head = '---\ntitle: A page\ndescription: About it.\norder: 1\n---\n';

function read(text: string) {
	const [page] = readPages(writeFolder({ 'pages/about.mdx': text }));
	if (!page) throw new Error('No page was read.');
	return page;
}

test('a page has its front matter, its headings’ ids and no faults', () => {
	const page = read(`\ufeff${head}## One & “two”\n\n<Typology />\n\n### One & “two”\n\n## Три_3\n`);
	expect(page.name).toBe('about');
	expect(page.frontMatter?.value).toEqual({ title: 'A page', description: 'About it.', order: 1 });
	expect(page.headingIds).toEqual(['one--two', 'one--two-1', 'три_3']);
	expect(page.faults).toEqual([]);
});

test('lines and columns count from the beginning of the file', () => {
	const page = read(`${head}\nA {brace}.\n`);
	expect(page.faults).toEqual([{ kind: 'code', what: '{brace}', line: 7, column: 3 }]);
	expect(page.frontMatter?.locate(['order'])).toEqual({ line: 4, column: 1 });
});

test.for([
	['nothing', ''],
	['a blank line first', `\n${head}`],
	['text alone', 'Words.\n'],
	['TOML', head.replaceAll('---', '+++')],
])('a page that begins with %s has no front matter', ([, text = '']) => {
	const page = read(text);
	expect(page.frontMatter).toBeUndefined();
	expect(page.faults).toContainEqual({ kind: 'front-matter', what: 'missing', line: 1, column: 1 });
});

test('front matter ends where the renderer ends it', () => {
	const { faults } = read('---\ntitle: a\n+++ b\norder: 1\n---\n');
	expect(faults).toEqual([{ kind: 'front-matter', what: '+++ b', line: 3, column: 1 }]);
	expect(read('---\r\ntitle: a\r\n---\r\nWords.\r\n').frontMatter?.data).toEqual({ title: 'a' });
	expect(read('---\n---\n').frontMatter?.faults).toHaveLength(1);
});

test('a bare date is no text, since the renderer reads it as a date', () => {
	const { frontMatter } = read(head.replace('A page', '2019-05-14'));
	expect(frontMatter?.faults).toMatchObject([{ field: 'title', written: '2019-05-14' }]);
});

test('only the bare element of the typology is known', () => {
	const { faults } = read(`${head}\n<Typology x="1" />\n\nA <Typology />\n\n<a href="/">b</a>\n`);
	expect(faults.map(({ kind, what }) => `${kind} ${what}`)).toEqual([
		'element <Typology>',
		'element <Typology>',
		'element <a>',
	]);
});

test('other files and hidden files are no pages, and a folder that is not there has none', () => {
	const root = writeFolder({ 'pages/a.mdx': head, 'pages/.b.mdx': head, 'pages/c.txt': 'c' });
	expect(readPages(root).map(({ name }) => name)).toEqual(['a']);
	expect(readPages(`${root}/none`)).toEqual([]);
});
