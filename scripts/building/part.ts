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

/** Deal one part out to so many again; together they have the same pages. */
export function dealOut({ index, of }: Part, jobs: number): Part[] {
	return Array.from({ length: jobs }, (_, job) => ({ index: index + of * job, of: of * jobs }));
}

/** Parse a part as it is written, `2/3` for the second of three; nothing where it is none. */
export function parsePart(text: string): Part | undefined {
	const [, number, of] = (/^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? []).map(Number);
	if (number === undefined || of === undefined || number > of) return undefined;
	return { index: number - 1, of };
}
