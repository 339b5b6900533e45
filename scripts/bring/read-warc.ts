import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { formatMiB, MAX_PAGE_BYTES, MAX_UNPACKED_BYTES } from './limits.ts';
import { Refusal } from './refusal.ts';
import type { WebPage } from './web-page.ts';

/**
 * A WARC is a row of records, each with headers, a blank line, as many bytes as `Content-Length` says, and two
 * line ends; a gzipped one is a row of gzip members. Of a response the bytes are HTTP: a status line, headers,
 * a blank line and the body.
 */
type Headers = Map<string, string>;

/** List the pages of a WARC that were answered with success, in its order. */
export function listWarcPages(packed: Uint8Array): WebPage[] {
	const bytes = packed[0] === 0x1f && packed[1] === 0x8b ? unpack(packed, gunzipSync) : packed;
	const pages: WebPage[] = [];
	let at = 0;
	while (at < bytes.length) {
		const { start, headers, end } = readHead(bytes, at);
		if (!/^WARC\/\d\.\d$/.test(start))
			throw new Refusal(`The WARC is damaged: at byte ${at} no record begins.`);
		const length = headers.get('content-length') ?? '';
		if (!/^\d{1,12}$/.test(length))
			throw new Refusal(`The WARC is damaged: the record at byte ${at} has no length.`);
		const next = end + Number(length);
		if (next > bytes.length)
			throw new Refusal('The WARC is cut off: its last record is longer than what is left.');
		const page = readPage(headers, bytes.subarray(end, next));
		if (page) pages.push(page);
		at = skipLineEnds(bytes, next);
	}
	return pages;
}

function readPage(warc: Headers, block: Uint8Array): WebPage | undefined {
	const type = warc.get('warc-type');
	const uri = warc.get('warc-target-uri')?.replace(/^<|>$/g, '') ?? '';
	if (!/^https?:/i.test(uri)) return undefined;
	const date = warc.get('warc-date');
	const page = {
		address: { value: uri, evidence: 'WARC-Target-URI' },
		saved: date === undefined ? undefined : { value: date, evidence: 'WARC-Date' },
	};
	if (type === 'resource') return withBody(page, warc.get('content-type') ?? '', block);
	if (type !== 'response') return undefined;
	const { start, headers, end } = readHead(block, 0);
	if (!/^HTTP\/\S+ 200\b/.test(start)) return undefined;
	const kind = headers.get('content-type') ?? '';
	if (!isText(kind)) return undefined;
	return withBody(page, kind, decodeBody(headers, block.subarray(end)));
}

function withBody(
	page: Pick<WebPage, 'address' | 'saved'>,
	kind: string,
	bytes: Uint8Array,
): WebPage | undefined {
	if (!isText(kind)) return undefined;
	const label = /charset\s*=\s*["']?([\w-]+)/i.exec(kind)?.[1];
	const declared = label === undefined ? [] : [{ label, where: 'the HTTP header' }];
	return { ...page, bytes, declared, isPlain: /^text\/plain/i.test(kind) };
}

function isText(kind: string): boolean {
	return /^(?:text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(kind);
}

/** Undo what HTTP did to a body for the way: chunks, then compression. */
function decodeBody(headers: Headers, body: Uint8Array): Uint8Array {
	const whole = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '')
		? joinChunks(body)
		: body;
	const encoding = (headers.get('content-encoding') ?? '').trim().toLowerCase();
	switch (encoding) {
		case '':
		case 'identity':
			return whole;
		case 'gzip':
		case 'x-gzip':
			// Some crawlers keep the header of what they have already unpacked.
			return whole[0] === 0x1f && whole[1] === 0x8b
				? unpack(whole, gunzipSync, MAX_PAGE_BYTES)
				: whole;
		case 'deflate':
			return unpack(whole, inflateSync, MAX_PAGE_BYTES);
		case 'br':
			return unpack(whole, brotliDecompressSync, MAX_PAGE_BYTES);
		default:
			throw new Refusal(`The page is packed as “${encoding}”, which is not known here.`);
	}
}

function joinChunks(body: Uint8Array): Uint8Array {
	const parts: Uint8Array[] = [];
	let at = 0;
	for (;;) {
		const lineEnd = indexOfByte(body, 10, at);
		const size = /^[0-9a-f]{1,8}(?=[;\s]|$)/i.exec(latin1(body.subarray(at, lineEnd)).trim())?.[0];
		// A crawler that joined the chunks itself may have kept the header.
		if (size === undefined && at === 0) return body;
		const start = lineEnd + 1;
		const end = start + Number.parseInt(size ?? '', 16);
		if (Number.isNaN(end) || end > body.length)
			throw new Refusal('The page is cut off: a chunk of it is longer than what is left.');
		if (end === start) return Buffer.concat(parts);
		parts.push(body.subarray(start, end));
		at = skipLineEnds(body, end, 1);
	}
}

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer;

/** Unpack at most so many bytes; a file that says more is refused before it fills the memory. */
function unpack(bytes: Uint8Array, by: Unpack, maxOutputLength = MAX_UNPACKED_BYTES): Uint8Array {
	try {
		return by(bytes, { maxOutputLength });
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ERR_BUFFER_TOO_LARGE')
			throw new Refusal(`Unpacked it is larger than ${formatMiB(maxOutputLength)}.`);
		throw new Refusal('Its compressed part is damaged or cut off.');
	}
}

function readHead(bytes: Uint8Array, at: number): { start: string; headers: Headers; end: number } {
	let end = at;
	const lines: string[] = [];
	for (;;) {
		const lineEnd = indexOfByte(bytes, 10, end);
		const line = latin1(bytes.subarray(end, Math.min(lineEnd, end + 65_536))).replace(/\r$/, '');
		end = Math.min(lineEnd + 1, bytes.length);
		if (line === '') break;
		lines.push(line);
		if (end >= bytes.length || lines.length > 1000) break;
	}
	const [start = '', ...rest] = lines;
	const headers: Headers = new Map();
	for (const line of rest) {
		const [, name, value] = /^([^:\s]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
		if (name && value !== undefined && !headers.has(name.toLowerCase()))
			headers.set(name.toLowerCase(), value);
	}
	return { start, headers, end };
}

function skipLineEnds(bytes: Uint8Array, from: number, most = Infinity): number {
	let at = from;
	for (let count = 0; count < most; count++) {
		const width = bytes[at] === 10 ? 1 : bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 0;
		if (width === 0) break;
		at += width;
	}
	return at;
}

/** Find a byte; the end of all bytes where there is none. */
function indexOfByte(bytes: Uint8Array, byte: number, from: number): number {
	const at = bytes.indexOf(byte, from);
	return at === -1 ? bytes.length : at;
}

function latin1(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString('latin1');
}
