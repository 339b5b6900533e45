import { writtenNumber, type Numbered } from './written-data.ts';

/** An article whose number another has; `owner` is the one that keeps it. */
export type RepeatedNumber = { article: Numbered; number: number; owner: Numbered };

/** List the articles that must have another number: all of one number but that whose folder is named for it. */
export function listRepeatedNumbers(articles: readonly Numbered[]): RepeatedNumber[] {
	return [...Map.groupBy(articles, writtenNumber)].flatMap(([number, holders]) => {
		const owner = holders.find((article) => folderNumber(article) === number) ?? holders[0];
		if (number === undefined || owner === undefined) return [];
		return holders
			.filter((article) => article !== owner)
			.map((article) => ({ article, number, owner }));
	});
}

/** Take the number that an article's folder is named for. */
export function folderNumber({ name }: Numbered): number | undefined {
	const digits = /^[1-9]\d{0,8}(?=-)/.exec(name)?.[0];
	return digits === undefined ? undefined : Number(digits);
}
