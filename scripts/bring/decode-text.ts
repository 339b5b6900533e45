import { guessCyrillic } from './guess-cyrillic.ts';
import { Refusal } from './refusal.ts';

/** What an HTTP header or a page says of its encoding. */
export type Declared = { label: string; where: string };
export type Decoded = { text: string; encoding: string; evidence: string };

/** Bytes that windows-1251 and windows-1252 have in common: quotation marks, dashes, an ellipsis, signs. */
const SHARED = new Set([0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0xa0, 0xa9, 0xab, 0xbb]);

/**
 * Decode bytes whose encoding nobody promised: by the curator's word, a byte-order mark, what is declared, then
 * by the bytes themselves. A byte-order mark is no part of the text. Throws a Refusal rather than guess.
 */
export function decodeText(
	bytes: Uint8Array,
	declarations: readonly Declared[] = [],
	chosen?: string,
): Decoded {
	if (chosen !== undefined) {
		const encoding = nameOf(chosen);
		if (!encoding)
			throw new Refusal(
				`“${chosen}” is no encoding; known are utf-8, windows-1251, koi8-r, utf-16le …`,
			);
		return strict(bytes, encoding, 'named by the curator');
	}
	const mark = findMark(bytes);
	if (mark) return strict(bytes, mark, 'its byte-order mark');
	const wide = detectUtf16(bytes);
	if (wide) return strict(bytes, wide, 'every second byte is the same');
	const [declared] = declarations.flatMap(({ label, where }) => {
		const encoding = nameOf(label);
		return encoding ? [{ encoding, where }] : [];
	});
	// In a page that could be read up to its declaration, HTML takes UTF-16 for UTF-8.
	if (declared && /^utf-/.test(declared.encoding)) return strict(bytes, 'utf-8', declared.where);
	const isAscii = bytes.every((byte) => byte < 0x80);
	if (isAscii)
		return declared
			? strict(bytes, declared.encoding, declared.where)
			: strict(bytes, 'utf-8', 'nothing but ASCII');
	const utf8 = decode(bytes, 'utf-8');
	if (utf8 !== undefined)
		return {
			text: utf8,
			encoding: 'utf-8',
			evidence: declared
				? `its bytes are valid UTF-8, although ${declared.where} says ${declared.encoding}`
				: 'its bytes are valid UTF-8',
		};
	const guessed = guessCyrillic(bytes);
	if (declared && guessed && guessed !== declared.encoding && isSingleByte(declared.encoding))
		throw new Refusal(
			`${capital(declared.where)} says ${declared.encoding}, but the letters are those of ${guessed}; name the encoding with --encoding.`,
		);
	if (declared) return strict(bytes, declared.encoding, declared.where);
	if (guessed) return strict(bytes, guessed, 'the frequencies of its letters');
	if (bytes.every((byte) => byte < 0x80 || SHARED.has(byte)))
		return strict(bytes, 'windows-1252', 'its only bytes beyond ASCII are typographic signs');
	throw new Refusal(
		'The encoding is not UTF-8 and nothing tells which it is; name it with --encoding.',
	);
}

function strict(bytes: Uint8Array, encoding: string, evidence: string): Decoded {
	const text = decode(bytes, encoding);
	if (text === undefined)
		throw new Refusal(
			`The encoding should be ${encoding} (${evidence}), and the bytes are not; name another with --encoding.`,
		);
	return { text, encoding, evidence };
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** Take the name of an encoding by one of its labels; returns nothing for what is none. */
function nameOf(label: string): string | undefined {
	try {
		return new TextDecoder(label.trim()).encoding;
	} catch {
		return undefined;
	}
}

function isSingleByte(encoding: string): boolean {
	return /^(?:windows-125|koi8|iso-8859|ibm866|macintosh|x-mac)/.test(encoding);
}

function findMark([first, second, third]: Uint8Array): string | undefined {
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Of UTF-16 in Latin or Cyrillic letters, the upper bytes are 0 or 4 and the lower bytes are anything. */
function detectUtf16(bytes: Uint8Array): string | undefined {
	if (bytes.length < 4 || bytes.length % 2 === 1) return undefined;
	const sample = bytes.subarray(0, 4096);
	const share = (parity: number) => {
		const side = sample.filter((_byte, index) => index % 2 === parity);
		return side.filter((byte) => byte === 0 || byte === 4).length / side.length;
	};
	const [even, odd] = [share(0), share(1)];
	if (odd > 0.8 && even < 0.3) return 'utf-16le';
	return even > 0.8 && odd < 0.3 ? 'utf-16be' : undefined;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
