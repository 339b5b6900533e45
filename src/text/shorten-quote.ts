import { listWords } from './count-words.ts';

/**
 * Shorten a quotation to its first and last words with an ellipsis between them, so that no more than
 * `maxWords` words of it stand in a row; a quotation that is no longer is left as it is.
 */
export function shortenQuote(quote: string, maxWords: number): string {
	if (listWords(quote).length <= maxWords) return quote;
	const parts = quote.trim().split(/\s+/);
	const half = Math.floor(maxWords / 2);
	return `${takeWords(parts, half)} … ${takeWords(parts.toReversed(), half).split(' ').reverse().join(' ')}`;
}

/** Take parts from the front that hold no more than `maxWords` words together. */
function takeWords(parts: readonly string[], maxWords: number): string {
	const taken: string[] = [];
	let words = 0;
	for (const part of parts) {
		words += listWords(part).length;
		if (words > maxWords) break;
		taken.push(part);
	}
	return taken.join(' ');
}
