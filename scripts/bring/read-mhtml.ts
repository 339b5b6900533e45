import { Refusal } from './refusal.ts';
import type { WebPage } from './web-page.ts';

/**
 * An MHTML page is a MIME message of the kind multipart/related: headers, then parts, each with headers of its
 * own. The page is the part that `start` or the message's own address names, else the first of HTML. Libraries for mail join all
 * parts of HTML to one, so frames would become part of the page.
 */
type Part = { headers: Map<string, string>; body: string };

/** Read the page of an MHTML file. */
export function readMhtmlPage(bytes: Uint8Array): WebPage {
	// One character for each byte: what is in the parts is decoded later.
	const message = splitHead(Buffer.from(bytes).toString('latin1'));
	const kind = message.headers.get('content-type') ?? '';
	const boundary = parameterOf(kind, 'boundary');
	if (boundary === undefined && !isHtml(message))
		throw new Refusal('The MHTML has no parts: its header names no boundary.');
	const parts = boundary === undefined ? [message] : splitParts(message.body, boundary);
	const location = message.headers.get('snapshot-content-location');
	const pages = parts.filter(isHtml);
	const start = parameterOf(kind, 'start');
	const page =
		pages.find(({ headers }) => start !== undefined && headers.get('content-id') === start) ??
		pages.find(({ headers }) => location && headers.get('content-location') === location) ??
		pages[0];
	if (!page) throw new Refusal('The MHTML has no part that is a page.');
	const address = location ?? page.headers.get('content-location');
	const saved = message.headers.get('date');
	const label = parameterOf(page.headers.get('content-type') ?? '', 'charset');
	return {
		bytes: decodeBody(page),
		address:
			address === undefined
				? undefined
				: { value: address, evidence: location ? 'Snapshot-Content-Location' : 'Content-Location' },
		saved: saved === undefined ? undefined : { value: saved, evidence: 'the MHTML’s Date' },
		declared: label === undefined ? [] : [{ label, where: 'the MHTML header' }],
		isPlain: false,
	};
}

function isHtml({ headers }: Part): boolean {
	return /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get('content-type') ?? '');
}

function splitHead(text: string): Part {
	const [head = ''] = text.split(/\r?\n\r?\n/, 1);
	const headers = new Map<string, string>();
	for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
		const [, name, value] = /^([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? [];
		if (name && value !== undefined) headers.set(name.toLowerCase(), value);
	}
	return { headers, body: text.slice(head.length).replace(/^\r?\n\r?\n/, '') };
}

function splitParts(body: string, boundary: string): Part[] {
	const [, ...pieces] = `\n${body}`.split(`\n--${boundary}`);
	const last = pieces.findIndex((piece) => piece.startsWith('--'));
	if (pieces.length === 0) throw new Refusal('The MHTML has no parts.');
	if (last === -1) throw new Refusal('The MHTML is cut off: its last boundary is missing.');
	return pieces
		.slice(0, last)
		.map((piece) => splitHead(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')));
}

function parameterOf(header: string, name: string): string | undefined {
	const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
	return match?.[1] ?? match?.[2];
}

function decodeBody({ headers, body }: Part): Uint8Array {
	const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
	if (encoding === 'base64') {
		if (/[^A-Za-z0-9+/=\s]/.test(body)) throw new Refusal('The MHTML’s page is damaged base64.');
		return Buffer.from(body, 'base64');
	}
	if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1');
	const joined = body.replace(/[ \t]+(?=\r?\n)/g, '').replace(/=\r?\n/g, '');
	return Buffer.from(
		joined.replace(/=([0-9a-f]{2})/gi, (_match, hex: string) =>
			String.fromCharCode(Number.parseInt(hex, 16)),
		),
		'latin1',
	);
}
