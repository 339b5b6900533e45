import { execFileSync, spawnSync } from 'node:child_process';

/** A word on a printed page; points from the page's upper left corner. */
export type PrintedWord = { page: number; left: number; right: number; base: number; text: string };

/** Say whether this machine has `pdftotext`, of poppler-utils. */
export function hasPdfToText(): boolean {
	return spawnSync('pdftotext', ['-v'], { stdio: 'ignore' }).error === undefined;
}

/** Read the words of a PDF with their places. */
export function readPrintedWords(path: string): PrintedWord[] {
	const xml = execFileSync('pdftotext', ['-bbox', path, '-'], {
		encoding: 'utf8',
		maxBuffer: 1 << 28,
	});
	return xml.split('<page ').flatMap((page, index) =>
		[
			...page.matchAll(/<word xMin="(.*?)" yMin=".*?" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/gs),
		].map(([, left, right, base, text = '']) => ({
			page: index,
			left: Number(left),
			right: Number(right),
			base: Number(base),
			text: decode(text),
		})),
	);
}

/**
 * Read on from a word to the end of its line in its column; the first word after it may stand further off,
 * as a text does from the number in its margin.
 */
export function readOn(words: readonly PrintedWord[], from: PrintedWord): string {
	const line = words
		.filter(({ page, left }) => page === from.page && left >= from.right - 1)
		.filter(({ base }) => Math.abs(base - from.base) < 5)
		.sort((a, b) => a.left - b.left);
	let text = '';
	let end = from.right + 30;
	for (const word of line) {
		if (word.left > end + 12) break;
		text += `${word.text} `;
		end = word.right;
	}
	return text.trim();
}

/** Take out what typesetting adds to a text, and pictures, which paper shows but `pdftotext` does not read. */
export function squeeze(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\s\u00AD\u200B-\u200F\u2066-\u2069‐-]+|\p{Extended_Pictographic}/gu, '');
}

function decode(text: string): string {
	const named = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: keyof typeof named) => named[name]);
}
