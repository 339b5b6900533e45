import { Refusal } from './refusal.ts';

/** A format that an article may come in. */
export type Format = 'text' | 'html' | 'mhtml' | 'warc' | 'wacz';

/** Formats by name, for readers. */
export const formatNames: { [format in Format]: string } = {
	text: 'plain text',
	html: 'an HTML page',
	mhtml: 'an MHTML page',
	warc: 'a WARC file',
	wacz: 'a WACZ file',
};

/** What a file of another kind begins with. */
const others: [string, string][] = [
	['%PDF', 'a PDF'],
	['\x89PNG', 'a picture'],
	['\xff\xd8\xff', 'a picture'],
	['GIF8', 'a picture'],
	['\xd0\xcf\x11\xe0', 'an old Office document'],
	['{\\rtf', 'a rich-text document'],
	['bplist', 'a Safari web archive'],
];

/** Detect what a file is by its bytes; the ending of its name decides between what bytes leave open. */
export function detectFormat(bytes: Uint8Array, name: string): Format {
	if (bytes.length === 0) throw new Refusal('The file is empty.');
	const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
	const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase();
	if (head.startsWith('PK\x03\x04')) return 'wacz';
	if (head.startsWith('\x1f\x8b') || head.startsWith('WARC/')) return 'warc';
	const other = others.find(([start]) => head.startsWith(start));
	if (other)
		throw new Refusal(
			`The file is ${other[1]}; save the page as HTML, MHTML, WARC, WACZ or plain text.`,
		);
	if (ending === 'wacz') throw new Refusal('The file is called .wacz and is no zip.');
	if (ending === 'warc' || name.endsWith('.warc.gz'))
		throw new Refusal('The file is called a WARC and does not begin as one.');
	// UTF-16 has the same letters with zeros between.
	const letters = head.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
	const headers = letters.split(/\r?\n\r?\n/, 1)[0] ?? '';
	if (ending === 'mht' || ending === 'mhtml') return 'mhtml';
	if (
		/^[A-Za-z-]+:/.test(headers) &&
		/^(?:mime-version:|content-type:\s*multipart\/related)/im.test(headers)
	)
		return 'mhtml';
	if (ending && /^(?:x?html?|shtml)$/.test(ending)) return 'html';
	return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i.test(
		letters,
	)
		? 'html'
		: 'text';
}
