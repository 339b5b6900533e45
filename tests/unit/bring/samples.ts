import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { stringify } from 'yaml';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import { sampleArchive, sampleOutlet } from '../samples.ts';
import { smallCommentary, smallReading, smallRecord } from '../small-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

/** Files as browsers, crawlers and people save them, made of texts of the tests' own. */

export const russian = [
	'Ведомство объявило о блокировке сервиса',
	'В понедельник ведомство начало процедуру блокировки сервиса, говорится в сообщении на его сайте.',
	'Операторы связи уже получили уведомление об ограничении и должны исполнить его в течение суток.',
	'Компания отказалась от комментариев и намерена защищать права пользователей во всех инстанциях.',
];
export const english = [
	'The department declared about the locking of a service',
	'On Monday the department began a procedure of the locking of a service, it is told in the message on its site.',
	'Operators of communication have already received the notice of the restriction and must execute it within a day.',
	'The company refused comments and intends to protect the rights of users in the courts of all instances.',
];

/** Encode text in a single-byte encoding, by asking the decoder what each byte means. */
export function encode(text: string, encoding: string): Uint8Array {
	const decoder = new TextDecoder(encoding);
	const bytes = new Map(
		Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
	);
	return Uint8Array.from(Array.from(text), (character) => {
		const byte = bytes.get(character);
		if (byte === undefined) throw new Error(`${encoding} has no ${character}`);
		return byte;
	});
}

export function utf16(text: string, isBigEndian = false): Uint8Array {
	const bytes = Buffer.from(text, 'utf16le');
	return isBigEndian ? bytes.swap16() : bytes;
}

export function htmlPage({
	head = '',
	lines = english,
	lang = 'en',
	charset = 'utf-8',
}: { head?: string; lines?: string[]; lang?: string; charset?: string } = {}): string {
	const [headline = '', ...rest] = lines;
	return `<!doctype html>
<html lang="${lang}"><head><meta charset="${charset}"><title>${headline} | A paper</title>${head}</head>
<body><nav><a href="/">Home</a> <a href="/all">All</a></nav>
<article><h1>${headline}</h1>
${rest.map((line) => `<p>${line}</p>`).join('\n')}
</article><script>var hidden = 'never shown';</script><footer>All rights reserved</footer></body></html>`;
}

/** Write one record of a WARC; a response when HTTP headers are given. */
export function warcRecord(
	headers: { [name: string]: string },
	body: string | Uint8Array,
	http?: string,
): Buffer {
	const block = Buffer.concat([
		Buffer.from(http === undefined ? '' : `${http}\r\n\r\n`),
		Buffer.from(body as string),
	]);
	const lines = Object.entries({
		'WARC-Type': http === undefined ? 'warcinfo' : 'response',
		'WARC-Date': '2024-05-06T07:08:09Z',
		'Content-Length': String(block.length),
		...headers,
	}).map(([name, value]) => `${name}: ${value}\r\n`);
	return Buffer.concat([
		Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`),
		block,
		Buffer.from('\r\n\r\n'),
	]);
}

export function warcPage(
	url: string,
	body: string | Uint8Array,
	type = 'text/html; charset=utf-8',
	more = '',
): Buffer {
	return warcRecord(
		{ 'WARC-Target-URI': url },
		body,
		`HTTP/1.1 200 OK\r\nContent-Type: ${type}${more === '' ? '' : `\r\n${more}`}`,
	);
}

export const warcInfo = warcRecord({}, 'software: a crawler\r\n');

/** Each record in a gzip member of its own, as crawlers write them. */
export function gzipMembers(...records: Buffer[]): Buffer {
	return Buffer.concat(records.map((record) => gzipSync(record)));
}

export function wacz(files: { [name: string]: Uint8Array | string }): Uint8Array {
	return zipSync(
		Object.fromEntries(
			Object.entries(files).map(([name, content]) => [
				name,
				typeof content === 'string' ? strToU8(content) : content,
			]),
		),
	);
}

export function mhtml(
	parts: { headers: string; body: string }[],
	head = 'Snapshot-Content-Location: https://example.org/2018/lock',
): string {
	return [
		`From: <Saved by Blink>\r\n${head}\r\nSubject: =?utf-8?Q?x?=\r\nDate: Mon, 6 May 2024 07:08:09 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----=_b"\r\n`,
		...parts.map(({ headers, body }) => `------=_b\r\n${headers}\r\n\r\n${body}\r\n`),
		'------=_b--\r\n',
	].join('\r\n');
}

/** Write each byte but plain letters as quoted-printable, with soft line breaks. */
export function quotedPrintable(bytes: Uint8Array): string {
	const escaped = Array.from(bytes, (byte) =>
		byte === 10 || (byte >= 32 && byte < 127 && byte !== 61)
			? byte === 10
				? '\r\n'
				: String.fromCharCode(byte)
			: `=${byte.toString(16).toUpperCase().padStart(2, '0')}`,
	).join('');
	return escaped.replace(/(?:[^=\r\n]|=[0-9A-F]{2}){60}(?!\r)/g, '$&=\r\n');
}

/** An archive of one article, number 7, with `files` beside the content folder. */
export function writeArchive(files: { [path: string]: string | Uint8Array } = {}) {
	const root = writeFolder({
		'content/archive.yaml': stringify(sampleArchive),
		'content/outlets.yaml': `# Outlets.\n${stringify([sampleOutlet])}`,
		'content/terms.yaml': '[]',
		'content/events.yaml': '[]',
		'content/people.yaml': '[]',
		'content/organisations.yaml': '[]',
		'content/articles/7-watchdog/record.yaml': stringify(smallRecord()),
		'content/articles/7-watchdog/commentary.mdx': smallCommentary,
		'content/articles/7-watchdog/reading.md': smallReading,
		...files,
	});
	return { root, content: join(root, 'content'), captures: join(root, 'content/captures') };
}

/** Hash every file and folder of a folder, hidden ones too. */
export function hashFolder(folder: string): string {
	const hash = createHash('sha256');
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
		join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
	)) {
		const path = join(entry.parentPath, entry.name);
		hash.update(`${path}\n${entry.isFile() ? hashCapture(readFileSync(path)) : 'folder'}\n`);
	}
	return hash.digest('hex');
}
