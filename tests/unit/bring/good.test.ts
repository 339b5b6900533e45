import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { readCapture } from '../../../scripts/bring/read-capture.ts';
import { toEdtf } from '../../../scripts/bring/to-edtf.ts';
import {
	encode,
	english,
	gzipMembers,
	htmlPage,
	mhtml,
	quotedPrintable,
	russian,
	utf16,
	wacz,
	warcInfo,
	warcPage,
} from './samples.ts';

const address = 'https://example.org/2018/lock';
const inRussian = htmlPage({ lines: russian, lang: 'ru', charset: 'windows-1251' });
const russianPage = encode(inRussian, 'windows-1251');
const text = `${russian.join('\n\n')}\n`;

/** Name of the input, its bytes, its file name; every one must give the same four paragraphs. */
const inputs: [string, () => Uint8Array | string, string, RegExp][] = [
	['text in UTF-8', () => text, 'a.txt', /plain text in utf-8 \(its bytes are valid UTF-8\)/],
	['text in UTF-8 with a mark', () => `\ufeff${text}`, 'a.txt', /utf-8 \(its byte-order mark\)/],
	[
		'text in windows-1251',
		() => encode(text, 'windows-1251'),
		'a.txt',
		/windows-1251 \(the frequencies of its letters\)/,
	],
	[
		'text in KOI8-R',
		() => encode(text, 'koi8-r'),
		'a',
		/koi8-r \(the frequencies of its letters\)/,
	],
	[
		'text in UTF-16 with a mark',
		() => utf16(`\ufeff${text}`),
		'a.txt',
		/utf-16le \(its byte-order mark\)/,
	],
	[
		'text in UTF-16, high byte first',
		() => utf16(`\ufeff${text}`, true),
		'a.txt',
		/utf-16be \(its byte-order mark\)/,
	],
	[
		'text in UTF-16 without a mark',
		() => utf16(text),
		'a.txt',
		/utf-16le \(every second byte is the same\)/,
	],
	[
		'text in UTF-16 without a mark, high byte first',
		() => utf16(text, true),
		'a.txt',
		/utf-16be \(every second/,
	],
	[
		'HTML in UTF-8',
		() => htmlPage({ lines: russian }),
		'a.html',
		/an HTML page in utf-8 \(meta charset\)/,
	],
	['HTML without an ending', () => htmlPage({ lines: russian }), 'saved', /an HTML page in utf-8/],
	['HTML in windows-1251', () => russianPage, 'a.htm', /windows-1251 \(meta charset\)/],
	[
		'HTML in KOI8-R',
		() => encode(htmlPage({ lines: russian, charset: 'koi8-r' }), 'koi8-r'),
		'a.html',
		/koi8-r \(meta charset\)/,
	],
	[
		'HTML that declares nothing, in KOI8-R',
		() => encode(htmlPage({ lines: russian, charset: 'x' }), 'koi8-r'),
		'a.html',
		/koi8-r \(the frequencies/,
	],
	[
		'HTML in UTF-16',
		() => utf16(`\ufeff${htmlPage({ lines: russian })}`),
		'a.html',
		/utf-16le \(its byte-order mark\)/,
	],
	[
		'HTML in UTF-8 that declares another encoding',
		() => htmlPage({ lines: russian, charset: 'windows-1251' }),
		'a.html',
		/utf-8 \(its bytes are valid UTF-8, although meta charset says windows-1251\)/,
	],
	[
		'HTML that closes nothing',
		() =>
			`<head><title>x</title><body><h1>${russian[0]}</h1>${russian
				.slice(1)
				.map((line) => `<p>${line}`)
				.join('')}`,
		'a.html',
		/an HTML page/,
	],
	[
		'MHTML in quoted-printable',
		() =>
			mhtml([
				{
					headers:
						'Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/2018/lock',
					body: quotedPrintable(russianPage),
				},
				{
					headers: 'Content-Type: text/html\r\nContent-Location: https://ads.example/frame',
					body: '<p>Buy.</p>',
				},
			]),
		'a.mhtml',
		/an MHTML page in windows-1251 \(meta charset\)/,
	],
	[
		'MHTML in base64, its encoding in the header',
		() =>
			mhtml(
				[
					{
						headers:
							'Content-Type: text/html; charset="windows-1251"\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://example.org/2018/lock',
						body: Buffer.from(encode(htmlPage({ lines: russian, charset: 'x' }), 'windows-1251'))
							.toString('base64')
							.replace(/.{76}/g, '$&\r\n'),
					},
				],
				'X: y',
			),
		'saved',
		/windows-1251 \(the MHTML header\)/,
	],
	[
		'WARC',
		() => Buffer.concat([warcInfo, warcPage(address, russianPage, 'text/html')]),
		'a.warc',
		/a WARC file in windows-1251 \(meta charset\)/,
	],
	[
		'WARC in members of gzip, its encoding in the HTTP header',
		() =>
			gzipMembers(
				warcInfo,
				warcPage(
					address,
					encode(htmlPage({ lines: russian, charset: 'x' }), 'koi8-r'),
					'text/html; charset=koi8-r',
				),
			),
		'a.warc.gz',
		/koi8-r \(the HTTP header\)/,
	],
	[
		'WARC of a page in chunks and packed',
		() => {
			const packed = gzipSync(russianPage);
			const half = packed.length >> 1;
			const chunk = (part: Buffer) =>
				Buffer.concat([Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]);
			const body = Buffer.concat([
				chunk(packed.subarray(0, half)),
				chunk(packed.subarray(half)),
				Buffer.from('0\r\n\r\n'),
			]);
			return warcPage(
				address,
				body,
				'text/html',
				'Transfer-Encoding: chunked\r\nContent-Encoding: gzip',
			);
		},
		'a.warc',
		/a WARC file in windows-1251/,
	],
	[
		'WACZ that names its page',
		() =>
			wacz({
				'archive/data.warc.gz': gzipMembers(
					warcInfo,
					warcPage('https://ads.example/', '<p>Buy.</p>'),
					warcPage(address, russianPage, 'text/html'),
				),
				'pages/pages.jsonl': `{"format":"json-pages-1.0"}\nnot JSON\n{"url":"${address}","title":"x"}\n`,
				'datapackage.json': '{}',
			}),
		'a.wacz',
		/a WACZ file in windows-1251/,
	],
];

test.for(inputs)('%s gives the article’s paragraphs', ([, input, name, reading]) => {
	const bytes = Buffer.from(input() as string);
	const capture = readCapture(bytes, name);
	expect(capture.paragraphs.map((line) => line.replace('\ufeff', ''))).toEqual(russian);
	expect(capture.title.value).toBe(russian[0]);
	expect(capture.reading).toMatch(reading);
	expect(capture.language.value).toBe('ru');
	if (/^(?:mhtml|warc|wacz)$/.test(capture.format)) {
		expect(capture.address?.value).toBe(address);
		expect(capture.saved.value).toBe('2024-05-06');
	}
	expect(() => new TextDecoder('utf-8', { fatal: true }).decode(capture.bytes)).not.toThrow();
});

test('a plain text in UTF-8 is its own capture, byte for byte', () => {
	const bytes = Buffer.from('\ufeffA headline\r\n\r\nA paragraph.\rAnother.');
	const capture = readCapture(bytes, 'a.txt');
	expect(Buffer.from(capture.bytes)).toEqual(bytes);
	expect(capture.sha256).toBe(capture.fileSha256);
});

test('typographic signs alone are read as the encodings have them in common', () => {
	const capture = readCapture(
		encode('“Block” – it said…\nThe company’s reply.', 'windows-1252'),
		'a.txt',
	);
	expect(capture.paragraphs).toEqual(['“Block” – it said…', 'The company’s reply.']);
	expect(capture.reading).toMatch(
		/windows-1252 \(its only bytes beyond ASCII are typographic signs\)/,
	);
});

const jsonLd = (value: unknown) =>
	`<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const article = { '@type': 'NewsArticle', headline: 'In JSON', datePublished: '2018-11-08' };

test.for([
	['an object', article],
	['a list', [{ '@type': 'Organization', name: 'x' }, article]],
	['a graph', { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, article] }],
	['a list of types', { ...article, '@type': ['Thing', 'ReportageNewsArticle'] }],
	['a page that has it', { '@type': 'WebPage', mainEntity: article }],
	[
		'keys that objects have',
		`{"__proto__":{"datePublished":"1999-01-01"},"constructor":{"prototype":{"headline":"x"}},"@graph":[${JSON.stringify(article)}]}`,
	],
] as const)('JSON-LD is read from %s', ([, value]) => {
	const capture = readCapture(Buffer.from(htmlPage({ head: jsonLd(value) })), 'a.html');
	expect(capture.published).toEqual({
		value: '2018-11-08',
		evidence: 'The page’s JSON-LD datePublished is “2018-11-08”.',
	});
	expect(({} as { headline?: string }).headline).toBeUndefined();
});

test.for([
	[
		'a date of the prototype',
		'{"@type":"NewsArticle","__proto__":{"datePublished":"1999-01-01"}}',
		'The page names no date of publication.',
	],
	['JSON that is none', '{"@type":"NewsArticle",', 'The page names no date of publication.'],
	[
		'nesting without end',
		`${'['.repeat(50_000)}${']'.repeat(50_000)}`,
		'The page names no date of publication.',
	],
	[
		'a date of another form',
		'{"@type":"NewsArticle","datePublished":"11/08/2018"}',
		'The page writes “11/08/2018” (JSON-LD datePublished), which is no certain date.',
	],
	[
		'a date that is an object',
		'{"@type":"NewsArticle","datePublished":{"toString":"x"}}',
		'The page names no date of publication.',
	],
] as const)('%s leaves the date unknown', ([, value, evidence]) => {
	const capture = readCapture(Buffer.from(htmlPage({ head: jsonLd(value) })), 'a.html');
	expect(capture.published).toEqual({ value: 'unknown', evidence });
});

test.for([
	['2018-11-08', '2018-11-08'],
	['2018-11-08T23:30:00+03:00', '2018-11-08'],
	['2018-11-08 10:00', '2018-11-08'],
	['20181108T100000', '2018-11-08'],
	['2018/11/8', '2018-11-08'],
	['2018-11', '2018-11'],
	['2018', '2018'],
	['8.11.2018', '2018-11-08'],
	['08.11.2018, 14:20', '2018-11-08'],
	['25/12/2018', '2018-12-25'],
	['12/25/2018', '2018-12-25'],
	['Thu, 08 Nov 2018 10:00:00 GMT', '2018-11-08'],
	['8th November 2018', '2018-11-08'],
	['November 8, 2018 10:15', '2018-11-08'],
	['Thursday, November 8, 2018', '2018-11-08'],
	['8 ноября 2018 г.', '2018-11-08'],
	['Nov 2018', '2018-11'],
	['11/08/2018', undefined],
	['2018-02-30', undefined],
	['2018-13-01', undefined],
	['30.02.2018', undefined],
	['0000-00-00', undefined],
	['0001-01-01T00:00:00', undefined],
	['1541682000', undefined],
	['yesterday', undefined],
	['8 Brumaire 2018', undefined],
	['3018-01-01', undefined],
	['', undefined],
])('the date “%s” is %s', ([written = '', date]) => {
	expect(toEdtf(written)).toBe(date);
});

test('what a page says of itself is kept with its place', () => {
	const head = [
		'<link rel="canonical" href="https://example.org/2018/lock?x=1#top">',
		'<meta property="og:site_name" content="The  Example">',
		'<meta property="og:url" content="https://other.example/">',
		'<meta property="article:published_time" content="2018-11-08T10:00:00Z">',
		'<meta name="date" content="2018-11-07">',
	].join('');
	const { title, outlet, address, published, language } = readCapture(
		Buffer.from(htmlPage({ head })),
		'a.html',
	);
	expect({ title, outlet, address, published, language }).toMatchInlineSnapshot(`
		{
		  "address": {
		    "evidence": "link canonical",
		    "value": "https://example.org/2018/lock?x=1",
		  },
		  "language": {
		    "evidence": "its commonest words; html lang says en",
		    "value": "en",
		  },
		  "outlet": {
		    "evidence": "meta og:site_name",
		    "value": "The Example",
		  },
		  "published": {
		    "evidence": "The page’s meta article:published_time is “2018-11-08T10:00:00Z”. But meta date says “2018-11-07”.",
		    "value": "2018-11-08",
		  },
		  "title": {
		    "evidence": "h1",
		    "value": "The department declared about the locking of a service",
		  },
		}
	`);
});

test('an address of another host does not take the place of the one that was saved', () => {
	const head = '<link rel="canonical" href="https://agency.example/1">';
	const capture = readCapture(warcPage(address, htmlPage({ head })), 'a.warc');
	expect(capture.address).toEqual({
		value: address,
		evidence: 'WARC-Target-URI; link canonical says https://agency.example/1',
	});
});

test('a text without a headline has none', () => {
	expect(readCapture(Buffer.from('A sentence.\nAnother.'), 'a.txt').title.value).toBe('none');
});

test('what a page does not show is no part of its text', () => {
	const lines = [...english, 'A last paragraph with an icon \ue001 in it &amp; a sign.'];
	const capture = readCapture(Buffer.from(htmlPage({ lines })), 'a.html');
	expect(capture.paragraphs.at(-1)).toBe('A last paragraph with an icon in it & a sign.');
	expect(Buffer.from(capture.bytes).toString()).not.toMatch(/never shown|Home|rights reserved/);
});

test('nothing of the reading of formats writes or fetches', () => {
	const folder = join(import.meta.dirname, '../../../scripts/bring');
	const files = [
		'read-capture',
		'read-warc',
		'read-wacz',
		'read-mhtml',
		'extract-text',
		'decode-text',
	];
	for (const file of files)
		expect(readFileSync(join(folder, `${file}.ts`), 'utf8')).not.toMatch(
			/node:(?:fs|http|net)|fetch\(/,
		);
});
