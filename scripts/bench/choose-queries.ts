import { seeded } from '../seeded.ts';

/** An article as it is searched: all its text. */
export type SearchedDocument = { id: number; title: string; text: string };

/** Of a hundred queries so many are of one word, of two that stand in one article, and a phrase in quotation marks. */
const SHARES = { word: 0.5, pair: 0.3 };
/** Words are asked for alike often from each stretch of ranks by frequency. */
const BANDS = [0, 100, 2000, 20_000, Infinity];
/** So many articles give their words to pairs and phrases. */
const SAMPLED = 1000;

/** Choose queries from what is searched, the same for the same texts and seed. */
export function chooseQueries(
	documents: Iterable<SearchedDocument>,
	count: number,
	seed: number,
): string[] {
	const { below, pick } = seeded(seed);
	const counts = new Map<string, number>();
	const sampled: string[][] = [];
	let met = 0;
	for (const { text } of documents) {
		const words = text.split(/\s+/);
		for (const word of words.flatMap((one) => bareWord(one) ?? []))
			counts.set(word, (counts.get(word) ?? 0) + 1);
		// Each article is as likely to stay as any other (reservoir sampling).
		const place = met < SAMPLED ? met : below(met + 1);
		if (place < SAMPLED) sampled[place] = words;
		met++;
	}
	const ranked = [...counts]
		.sort(([a, aCount], [b, bCount]) => bCount - aCount || (a < b ? -1 : 1))
		.map(([word]) => word);
	const bands = BANDS.slice(0, -1)
		.map((start, index) => ranked.slice(start, BANDS[index + 1]))
		.filter((band) => band.length > 0);
	/** Words that follow each other with no mark between them. */
	const run = (length: number): string[] => {
		for (;;) {
			const words = pick(sampled);
			const start = below(Math.max(1, words.length - length));
			const chosen = words.slice(start, start + length).flatMap((word) => bareWord(word) ?? []);
			if (chosen.length === length) return chosen;
		}
	};
	return Array.from({ length: count }, (_, index) => {
		const share = index / count;
		if (share < SHARES.word) return pick(bands[index % bands.length] ?? []);
		if (share < SHARES.word + SHARES.pair) return run(2).join(' ');
		return `"${run(3).join(' ')}"`;
	});
}

/** A word without capitals; nothing for one that has a mark. */
function bareWord(word: string): string | undefined {
	return /^\p{L}+$/u.test(word) ? word.toLowerCase() : undefined;
}
