import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bringIn } from '../../../scripts/bring/bring-in.ts';
import { bringList } from '../../../scripts/bring/bring-list.ts';
import type { Choices } from '../../../scripts/bring/draft-article.ts';
import { readHoldings } from '../../../scripts/bring/holdings.ts';
import { Refusal } from '../../../scripts/bring/refusal.ts';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import {
	encode,
	english,
	gzipMembers,
	hashFolder,
	htmlPage,
	mhtml,
	russian,
	wacz,
	warcInfo,
	warcPage,
	warcRecord,
	writeArchive,
} from './samples.ts';

const today = '2026-11-27';
const MiB = 1024 * 1024;
const page = warcPage('https://example.org/a', htmlPage());
const html = { headers: 'Content-Type: text/html', body: htmlPage() };
const text = english.join('\n');

type Hostile = { file?: string | Uint8Array; name?: string; choices?: Choices };

/** Name, input, and what the curator is told: one line that says what is wrong. */
const cases: [string, () => Hostile, RegExp][] = [
	['an empty file', () => ({ file: '' }), /^The file is empty\.$/],
	['blank lines alone', () => ({ file: '\n \n\t\n' }), /^The file holds no text\.$/],
	['a missing file', () => ({ name: 'none.txt' }), /^There is no such file\.$/],
	['a path through a file', () => ({ name: 'there.txt/x' }), /^There is no such file\.$/],
	['a folder', () => ({ name: 'folder' }), /^It is a folder; name a file\.$/],
	['a link', () => ({ name: 'link.txt' }), /^It is a symbolic link; /],
	['a device', () => ({ name: '../../../../../../dev/zero' }), /^It is no plain file\.$/],
	[
		'50 MB',
		() => ({ file: Buffer.alloc(50 * MiB, 'word ') }),
		/^The file is larger than 32 MiB\.$/,
	],
	['a PDF', () => ({ file: '%PDF-1.7\n…' }), /^The file is a PDF; save the page as HTML/],
	[
		'a picture',
		() => ({ file: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') }),
		/^The file is a picture; /,
	],
	[
		'other binary data',
		() => ({ file: Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) % 120) }),
		/^The file is binary, not a text\.$/,
	],
	[
		'a NUL byte in a text',
		() => ({ file: `${text}\nof\0fice` }),
		/^The text holds a NUL byte, U\+0000, in line 5, which no page can show\.$/,
	],
	[
		'a private-use character',
		() => ({ file: `${text}\n\ue000` }),
		/a private-use character, U\+E000, in line 5/,
	],
	[
		'invalid UTF-8 in declared UTF-8',
		() => ({ file: encode(htmlPage({ lines: russian }), 'windows-1251'), name: 'a.html' }),
		/^The encoding should be utf-8 \(meta charset\), and the bytes are not; name another with --encoding\.$/,
	],
	[
		'a byte-order mark of UTF-8 before other bytes',
		() => ({ file: Buffer.concat([Buffer.from('\ufeff'), encode(russian.join('\n'), 'koi8-r')]) }),
		/^The encoding should be utf-8 \(its byte-order mark\)/,
	],
	[
		'a declared encoding that is another',
		() => ({
			file: encode(htmlPage({ lines: russian, charset: 'windows-1251' }), 'koi8-r'),
			name: 'a.html',
		}),
		/^Meta charset says windows-1251, but the letters are those of koi8-r; name the encoding/,
	],
	[
		'an encoding that nothing tells',
		() => ({ file: encode(`${text}\nA café in Malmö`, 'windows-1252') }),
		/^The encoding is not UTF-8 and nothing tells which it is; name it with --encoding\.$/,
	],
	[
		'an encoding that is none',
		() => ({ file: text, choices: { encoding: 'klingon' } }),
		/^“klingon” is no encoding/,
	],
	[
		'the wrong encoding by word',
		() => ({ file: encode(russian.join('\n'), 'koi8-r'), choices: { encoding: 'utf-8' } }),
		/^The encoding should be utf-8 \(named by the curator\)/,
	],
	[
		'a huge single line',
		() => ({ file: 'word '.repeat(100_000) }),
		/^Paragraph 1 has 500000 characters on one line/,
	],
	[
		'a text of 2 MB',
		() => ({ file: `${'word '.repeat(20)}\n`.repeat(20_000) }),
		/^Its text is larger than 1 MiB/,
	],
	['5000 paragraphs', () => ({ file: 'A line.\n'.repeat(5000) }), /^Its text has 5000 paragraphs/],
	[
		'scripts and styles alone',
		() => ({
			file: '<html><head><style>p{}</style></head><body><script>let x = "text";</script></body></html>',
		}),
		/^The page holds no text\.$/,
	],
	[
		'HTML that never leaves its script',
		() => ({ file: '<html><head><title>x<script>var a = "<p>text</p>' }),
		/^The page holds no text\.$/,
	],
	[
		'HTML that never leaves its comment',
		() => ({ file: '<html><!-- <p>Text.</p>' }),
		/^The page holds no text\.$/,
	],
	[
		'elements nested 20,000 deep',
		() => ({ file: `<html><body>${'<div>'.repeat(20_000)}Text.` }),
		/^The page’s elements are nested too deeply to be read\.$/,
	],
	[
		'a WARC cut off',
		() => ({ file: page.subarray(0, page.length - 400) }),
		/^The WARC is cut off: its last record is longer/,
	],
	[
		'a gzip cut off',
		() => ({ file: gzipMembers(warcInfo, page).subarray(0, 500) }),
		/^Its compressed part is damaged or cut off\.$/,
	],
	[
		'a gzip of something else',
		() => ({ file: gzipSync('not a WARC') }),
		/^The WARC is damaged: at byte 0 no record begins\.$/,
	],
	[
		'a WARC in name only',
		() => ({ file: text, name: 'a.warc' }),
		/^The file is called a WARC and does not begin as one\.$/,
	],
	[
		'a WARC without responses',
		() => ({ file: gzipMembers(warcInfo) }),
		/^The web archive holds no page that was answered\.$/,
	],
	[
		'a WARC of a page that was not found',
		() => ({
			file: warcRecord(
				{ 'WARC-Target-URI': 'https://example.org/' },
				htmlPage(),
				'HTTP/1.1 404 Not Found\r\nContent-Type: text/html',
			),
		}),
		/^The web archive holds no page that was answered\.$/,
	],
	[
		'a WARC of several pages',
		() => ({ file: gzipMembers(page, warcPage('https://example.org/b', htmlPage())) }),
		/^The web archive holds 2 pages; name one with --url\. It has: https:\/\/example\.org\/a https:\/\/example\.org\/b\.$/,
	],
	[
		'a page that the WARC has not',
		() => ({ file: page, choices: { url: 'https://example.org/c' } }),
		/^The web archive has no page at that address\. It has: https:\/\/example\.org\/a\.$/,
	],
	[
		'a WARC with addresses of files',
		() => ({ file: warcPage('file:///etc/passwd', htmlPage()) }),
		/^The web archive holds no page that was answered\.$/,
	],
	[
		'a WARC record without a length',
		() => ({ file: warcRecord({ 'Content-Length': '-1' }, 'x') }),
		/^The WARC is damaged: the record at byte 0 has no length\.$/,
	],
	[
		'a chunk longer than the page',
		() => ({
			file: warcPage(
				'https://example.org/',
				'5\r\nhello\r\nffff\r\nx',
				'text/html',
				'Transfer-Encoding: chunked',
			),
		}),
		/^The page is cut off: a chunk/,
	],
	[
		'a page packed in an unknown way',
		() => ({ file: warcPage('https://example.org/', 'x', 'text/html', 'Content-Encoding: zstd') }),
		/^The page is packed as “zstd”/,
	],
	[
		'a gzip bomb',
		() => ({ file: gzipSync(Buffer.alloc(200 * MiB)) }),
		/^Unpacked it is larger than 128 MiB\.$/,
	],
	[
		'a bomb in a page',
		() => ({
			file: warcPage(
				'https://example.org/',
				deflateSync(Buffer.alloc(40 * MiB)),
				'text/html',
				'Content-Encoding: deflate',
			),
		}),
		/^Unpacked it is larger than 16 MiB\.$/,
	],
	[
		'a zip bomb',
		() => ({
			file: wacz({
				'archive/a.warc': Buffer.alloc(70 * MiB),
				'archive/b.warc': Buffer.alloc(70 * MiB),
			}),
		}),
		/^Unpacked it is larger than 128 MiB\.$/,
	],
	[
		'a zip whose names lead outside',
		() => ({ file: wacz({ '../../evil.warc': page }) }),
		/^The zip holds a file whose name leads outside of it\.$/,
	],
	[
		'a zip with an absolute name',
		() => ({ file: wacz({ '/etc/evil.warc': page }) }),
		/whose name leads outside of it\.$/,
	],
	[
		'a zip of something else',
		() => ({ file: wacz({ 'readme.txt': 'x' }) }),
		/^The zip is no WACZ: it has no WARC in archive\/\.$/,
	],
	[
		'a zip cut off',
		() => ({ file: wacz({ 'archive/a.warc': page }).subarray(0, 300) }),
		/^The zip is damaged or cut off\.$/,
	],
	[
		'MHTML without parts',
		() => ({ file: 'MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\ntext' }),
		/^The MHTML has no parts: its header names no boundary\.$/,
	],
	[
		'MHTML whose boundary never comes',
		() => ({
			file: 'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\ntext',
		}),
		/^The MHTML has no parts\.$/,
	],
	[
		'MHTML cut off',
		() => ({ file: mhtml([html]).replace('------=_b--', '') }),
		/^The MHTML is cut off: its last boundary is missing\.$/,
	],
	[
		'MHTML without a page',
		() => ({ file: mhtml([{ headers: 'Content-Type: image/png', body: 'x' }]) }),
		/^The MHTML has no part that is a page\.$/,
	],
	[
		'MHTML of damaged base64',
		() => ({
			file: mhtml([
				{ headers: 'Content-Type: text/html\r\nContent-Transfer-Encoding: base64', body: '!!!!' },
			]),
		}),
		/^The MHTML’s page is damaged base64\.$/,
	],
	[
		'rights that are none',
		() => ({ file: text, choices: { rights: 'all mine' } }),
		/^“all mine” is not a rights statement that the archive knows: https:/,
	],
	[
		'rights that every object has',
		() => ({ file: text, choices: { rights: '__proto__' } }),
		/^“__proto__” is not a rights statement/,
	],
	[
		'an address that is no page’s',
		() => ({ file: text, choices: { url: 'javascript:alert(1)' } }),
		/^“javascript:alert\(1\)” is not an address that begins with http/,
	],
	[
		'a date that is none',
		() => ({ file: text, choices: { published: '8/11/2018' } }),
		/^“8\/11\/2018” is not an EDTF date of publication/,
	],
	[
		'a language that is none',
		() => ({ file: text, choices: { language: 'not a tag' } }),
		/^“not a tag” is not a language tag/,
	],
	[
		'a title of nothing',
		() => ({ file: text, choices: { title: ' \u202e\n' } }),
		/^The title is empty\.$/,
	],
	[
		'an outlet no id can be made of',
		() => ({ file: text, choices: { outlet: 'Газета' } }),
		/^No id can be made of the outlet “Газета”/,
	],
];

test.for(cases)('%s is told in one line, and nothing is changed', ([, input, says]) => {
	const { file, name = 'input', choices = {} } = input();
	const folders = writeArchive({ 'there.txt': text });
	mkdirSync(join(folders.root, 'folder'));
	symlinkSync(join(folders.root, 'there.txt'), join(folders.root, 'link.txt'));
	const path = join(folders.root, name);
	if (file !== undefined) writeFileSync(path, file);
	const before = hashFolder(folders.content);
	const bring = () => bringIn(readHoldings(folders), path, choices, { today, isDry: false });
	expect(bring).toThrow(Refusal);
	expect(bring).toThrow(says);
	expect(bring).not.toThrow(/\n/);
	expect(hashFolder(folders.content)).toBe(before);
});

test.for([
	[
		'outlets cannot be appended',
		{ 'content/outlets.yaml': `[{id: a, name: A, host: a, kind: a, description: a}]` },
		/^The outlet “Example” cannot be appended/,
	],
	[
		'a file stands where captures go',
		{ 'content/captures': 'a file' },
		/^The article cannot be written, the system answers (?:EEXIST|ENOTDIR)\.$/,
	],
	[
		'a file stands where originals go',
		{ 'content/captures/originals': 'a file' },
		/^The article cannot be written, the system answers (?:EEXIST|ENOTDIR)\.$/,
	],
	[
		'a folder has the name of the capture',
		{ [`content/captures/8-x-${hashCapture(Buffer.from(`${text}\n`)).slice(0, 8)}.txt/x`]: '' },
		/^The article cannot be written, the system answers EISDIR\.$/,
	],
	[
		'the command that runs has left its folder',
		{ [`content/.new-${process.pid}/article/record.yaml/x`]: '' },
		/^The article cannot be written, the system answers EISDIR\.$/,
	],
] as const)('where %s, everything written is taken back', ([, files, says]) => {
	const folders = writeArchive({
		...files,
		'page.html': htmlPage({ head: '<meta property="og:site_name" content="Example">' }),
	});
	const isLeft = Object.keys(files).some((name) => name.includes('.new-'));
	const before = hashFolder(folders.content);
	const bring = () =>
		bringIn(
			readHoldings(folders),
			join(folders.root, 'page.html'),
			{ title: 'X' },
			{ today, isDry: false },
		);
	expect(bring).toThrow(says);
	if (!isLeft) expect(hashFolder(folders.content)).toBe(before);
});

test('an archive that is not there is told', () => {
	expect(() =>
		readHoldings({ content: '/nowhere/content', captures: '/nowhere/captures' }),
	).toThrow(/^There is no archive in \/nowhere\/content: it has no archive\.yaml\.$/);
});

test.for([
	[
		'no column for files',
		'name,title\na.txt,A\n',
		/^The list’s first line names its columns: file, and any of url/,
	],
	[
		'a column that is not known',
		'file,__proto__\na.txt,A\n',
		/^The list’s first line names its columns/,
	],
	['semicolons between', 'file;title\na.txt;A\n', /^The list’s first line names its columns/],
	['a column twice', 'file,file\na.txt,a.txt\n', /^The list’s first line names its columns/],
	[
		'a row of another length',
		'file,title\na.txt\n',
		/^Row 2 of the list has 1 cells, its head 2\.$/,
	],
	['a row without a file', 'file,title\n,A\n', /^Row 2 of the list names no file\.$/],
	['no rows', 'file\n', /^The list names no file\.$/],
	['an open quotation mark', 'file\n"a.txt\n', /^The list is not CSV in UTF-8\.$/],
	[
		'bytes that are no UTF-8',
		Buffer.from('file\n\xff\xfe\x00', 'latin1'),
		/^The list is not CSV in UTF-8\.$/,
	],
] as const)('a list with %s is refused as a whole', ([, list, says]) => {
	const folders = writeArchive({ 'list.csv': list, 'a.txt': text });
	const before = hashFolder(folders.content);
	expect(() => [
		...bringList(readHoldings(folders), join(folders.root, 'list.csv'), { today, isDry: false }),
	]).toThrow(says);
	expect(hashFolder(folders.content)).toBe(before);
});

test('rows of a list that lead outside its folder, or to nothing, are told one by one', () => {
	const folders = writeArchive({
		'lists/list.csv': 'file,rights\n../a.txt,\n/etc/hostname,\nnone.txt,\nb.txt,nonsense\n',
		'a.txt': text,
		'lists/b.txt': text,
	});
	const before = hashFolder(folders.content);
	const rows = [
		...bringList(readHoldings(folders), join(folders.root, 'lists/list.csv'), {
			today,
			isDry: false,
		}),
	];
	expect(rows.map(({ line, kind, says }) => `${line} ${kind} ${says.slice(0, 48)}`)).toEqual([
		'2 refused The file lies outside of the list’s folder.',
		'3 refused The file lies outside of the list’s folder.',
		'4 refused There is no such file.',
		'5 refused “nonsense” is not a rights statement that the ar',
	]);
	expect(hashFolder(folders.content)).toBe(before);
});
