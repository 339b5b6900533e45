import { createHash } from 'node:crypto';
import { splitParagraphs } from '../../src/text/paragraphs.ts';
import { findStrayCharacter } from '../../src/text/stray-characters.ts';
import { cleanLine } from './clean-line.ts';
import { decodeText, type Declared } from './decode-text.ts';
import { detectFormat, formatNames, type Format } from './detect-format.ts';
import { detectLanguage } from './detect-language.ts';
import { extractText } from './extract-text.ts';
import {
	formatMiB,
	MAX_PAGE_BYTES,
	MAX_PARAGRAPH_LENGTH,
	MAX_PARAGRAPHS,
	MAX_TEXT_BYTES,
} from './limits.ts';
import { parsePage } from './parse-page.ts';
import { pickPage } from './pick-page.ts';
import { readMhtmlPage } from './read-mhtml.ts';
import { readPageFacts, toAddress, type PageFacts } from './read-page-facts.ts';
import { listWaczPages } from './read-wacz.ts';
import { listWarcPages } from './read-warc.ts';
import { Refusal, type Fact } from './refusal.ts';
import { toEdtf } from './to-edtf.ts';
import type { WebPage } from './web-page.ts';

/** An article as a file holds it: the text that becomes its capture, and what the file says of it. */
export type ReadCapture = {
	format: Format;
	/** UTF-8; of a plain text in UTF-8 the file's own bytes. */
	bytes: Uint8Array;
	sha256: string;
	paragraphs: string[];
	/** Of the file as a whole. */
	fileSha256: string;
	title: Fact;
	outlet?: Fact | undefined;
	address?: Fact | undefined;
	published: Fact;
	saved: Fact;
	language: Fact;
	/** How the text was read, in words for the record. */
	reading: string;
};

export type ReadOptions = { url?: string | undefined; encoding?: string | undefined };

/** Read an article out of a file's bytes. Throws a Refusal that says why it cannot be one. */
export function readCapture(
	bytes: Uint8Array,
	name: string,
	{ url, encoding }: ReadOptions = {},
): ReadCapture {
	const format = detectFormat(bytes, name);
	const page = openPage(format, bytes, url);
	if (page.bytes.length > MAX_PAGE_BYTES)
		throw new Refusal(`The page is larger than ${formatMiB(MAX_PAGE_BYTES)}.`);
	const isPlain = page.isPlain;
	const decoded = decodeText(
		page.bytes,
		isPlain ? page.declared : [...page.declared, ...readDeclared(page.bytes)],
		encoding,
	);
	if (isPlain) refuseBinary(decoded.text);
	const { lines, ...rest } = isPlain ? readPlain(decoded.text) : readHtml(decoded.text, page);
	const isAsFound = isPlain && decoded.encoding === 'utf-8';
	const text = isAsFound
		? page.bytes
		: Buffer.from(isPlain ? decoded.text : `${lines.join('\n')}\n`);
	const paragraphs = splitParagraphs(Buffer.from(text).toString('utf8')).map(({ text }) => text);
	refuseOversize(text, paragraphs);
	return {
		...rest,
		format,
		bytes: text,
		sha256: hash(text),
		fileSha256: hash(bytes),
		paragraphs,
		saved: readSaved(page),
		language: detectLanguage(lines.join('\n'), rest.language),
		reading: `Read from ${formatNames[format]} in ${decoded.encoding} (${decoded.evidence})${rest.method === undefined ? '' : `; the text is what ${rest.method} took for the article`}.`,
	};
}

function openPage(format: Format, bytes: Uint8Array, url: string | undefined): WebPage {
	switch (format) {
		case 'text':
		case 'html':
			return { bytes, declared: [], isPlain: format === 'text' };
		case 'mhtml':
			return readMhtmlPage(bytes);
		case 'warc':
			return pickPage(listWarcPages(bytes), url);
		case 'wacz':
			return pickPage(listWaczPages(bytes), url);
	}
}

/** Find what a page says of its own encoding, in its first bytes. */
function readDeclared(bytes: Uint8Array): Declared[] {
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const meta = /<meta[^>]{1,300}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
	const xml = /^\s*<\?xml[^>]{1,200}?encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1];
	return [
		...(meta === undefined ? [] : [{ label: meta, where: 'meta charset' }]),
		...(xml === undefined ? [] : [{ label: xml, where: 'the XML declaration' }]),
	];
}

type Read = PageFacts & { title: Fact; lines: string[]; method?: string | undefined };

function readPlain(text: string): Read {
	const [start = '', next] = splitParagraphs(text).map(({ text }) => cleanLine(text, 1000));
	if (start === '') throw new Refusal('The file holds no text.');
	const isHeadline = next !== undefined && start.length <= 200 && !/[.;:,]$/.test(start);
	return {
		lines: [text],
		title: isHeadline
			? { value: start, evidence: 'the first line of the text' }
			: { value: 'none', evidence: 'the text begins with no headline' },
		published: { value: 'unknown', evidence: 'A plain text names no date of publication.' },
	};
}

function readHtml(html: string, { address }: WebPage): Read {
	const { lines, headline, evidence } = extractText(html);
	const facts = readPageFacts(parsePage(html), html);
	return {
		...facts,
		lines,
		address: chooseAddress(address && toAddress(address.value, address.evidence), facts.address),
		title:
			headline === undefined
				? (facts.title ?? { value: 'none', evidence: 'the page has no headline' })
				: { value: headline, evidence: 'h1' },
		method: evidence,
	};
}

/** A page that copies another names the other's address; so it is believed only of its own host. */
function chooseAddress(taken: Fact | undefined, named: Fact | undefined): Fact | undefined {
	if (!taken || !named) return taken ?? named;
	if (new URL(taken.value).host === new URL(named.value).host) return named;
	return { ...taken, evidence: `${taken.evidence}; ${named.evidence} says ${named.value}` };
}

function readSaved({ saved }: WebPage): Fact {
	const date = saved && toEdtf(saved.value);
	return date === undefined
		? { value: 'unknown', evidence: 'Nothing in the file tells when it was saved.' }
		: { value: date, evidence: `${saved?.evidence} is “${cleanLine(saved?.value ?? '', 60)}”.` };
}

function refuseBinary(text: string): void {
	const controls = text.match(/[\0-\x08\x0e-\x1f\x7f]/g)?.length ?? 0;
	if (controls > text.length / 200 + 4) throw new Refusal('The file is binary, not a text.');
	const stray = findStrayCharacter(text);
	if (!stray) return;
	const line = text.slice(0, stray.offset).split(/\r\n|\n|\r/).length;
	throw new Refusal(
		`The text holds ${stray.what}, ${stray.codePoint}, in line ${line}, which no page can show.`,
	);
}

function refuseOversize(bytes: Uint8Array, paragraphs: readonly string[]): void {
	if (bytes.length > MAX_TEXT_BYTES)
		throw new Refusal(`Its text is larger than ${formatMiB(MAX_TEXT_BYTES)}, and no article is.`);
	if (paragraphs.length > MAX_PARAGRAPHS)
		throw new Refusal(`Its text has ${paragraphs.length} paragraphs, and no article has.`);
	const long = paragraphs.findIndex(({ length }) => length > MAX_PARAGRAPH_LENGTH);
	if (long !== -1)
		throw new Refusal(
			`Paragraph ${long + 1} has ${paragraphs[long]?.length} characters on one line, and no paragraph of an article has.`,
		);
	if (paragraphs.length === 0) throw new Refusal('The file holds no text.');
}

function hash(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
