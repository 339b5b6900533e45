import { createHash } from 'node:crypto';

/** One of the parts into which the pages are dealt out: `index` counts from 0, `of` says how many there are. */
export type Part = { index: number; of: number };

/**
 * Say in which of so many parts the page at a path is rendered. All pages of an article are in one, so that it is
 * opened once; the others fall by their address.
 */
export function partOf(path: string, of: number): number {
	const number = /^\/?a\/(\d+)(?:\/|$)/.exec(path)?.[1];
	if (number !== undefined) return Number(number) % of;
	const address = path.replace(/^\/|\/$/g, '');
	return createHash('sha256').update(address).digest().readUInt32BE(0) % of;
}

/**
 * What one process renders of a part: the articles whose turn is between two numbers of 0 to 1, and in one process
 * everything else as well. Only for that everything must be known of all articles at once.
 */
export type Job = { part: Part; from: number; to: number; hasLists: boolean };

/**
 * How much of the time of a build goes into what is no page of an article, and into the search index, which is written
 * in the place of the last process before it renders; measured at 1,000 and 10,000 articles.
 */
const TIME_OF = { lists: 0.115, index: 0.09 };

/**
 * Deal one part out to so many processes, which then take about as long; together they have the same pages. `isRebuild`
 * says that most articles will be taken from the former site: then nearly all the time goes into lists.
 */
export function dealOut(
	part: Part,
	jobs: number,
	{ hasIndex = false, isRebuild = false }: { hasIndex?: boolean; isRebuild?: boolean } = {},
): Job[] {
	const lists = isRebuild ? 1 : TIME_OF.lists;
	const timeOf = (job: number) =>
		(job === 0 ? lists : 0) + (hasIndex && job === jobs - 1 ? TIME_OF.index : 0);
	const left = Array.from({ length: jobs }, (_, job) => Math.max(0, 1 / jobs - timeOf(job)));
	const all = left.reduce((sum, one) => sum + one, 0);
	let from = 0;
	return left.map((own, job) => {
		// Sums of fractions end beside 1: the last one takes whatever is left.
		const to = job === jobs - 1 ? 1 : all === 0 ? 0 : from + own / all;
		const dealt = { part, from, to, hasLists: job === 0 };
		from = to;
		return dealt;
	});
}

/** Say whether a process renders what has a name: `a/7` are the pages of an article, all else is named by its address. */
export function takes({ part, from, to, hasLists }: Job, name: string): boolean {
	if (partOf(name, part.of) !== part.index) return false;
	const number = /^a\/(\d+)$/.exec(name)?.[1];
	if (number === undefined) return hasLists;
	// Articles that follow one another, perhaps the longest of all, fall far apart.
	const turn = (Math.floor(Number(number) / part.of) * GOLDEN) % 1;
	return from <= turn && turn < to;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Parse a part as it is written, `2/3` for the second of three; nothing where it is none. */
export function parsePart(text: string): Part | undefined {
	const [, number, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number);
	if (number === undefined || of === undefined || number > of) return undefined;
	return { index: number - 1, of };
}
