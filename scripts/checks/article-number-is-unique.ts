import { folderNumber, listRepeatedNumbers } from '../evidence/repeated-numbers.ts';
import { quoted } from '../evidence/show.ts';
import { writtenNumber, type Numbered } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'article-number-is-unique',
	states: 'No two articles have the same number.',
	check: ({ articles: own, rated }) => {
		const articles: Numbered[] = [...own, ...rated];
		return listRepeatedNumbers(articles).map(({ article, number, owner }) => {
			const { record, name } = article;
			const free = freeFolderNumber(article, articles);
			const next = Math.max(0, ...articles.map((other) => writtenNumber(other) ?? 0)) + 1;
			return {
				rule: rule.id,
				file: record.path,
				...record.locate(['number']),
				message: `Two articles have the number ${number}.`,
				evidence: [
					{
						label: 'first',
						value: `number: ${number}`,
						where: `${owner.record.path}:${owner.record.locate(['number']).line}`,
					},
				],
				hint:
					free === undefined
						? `Give the newer article the next free number, ${next}, here and in the name of its folder. A number is never used again.`
						: `Write \`number: ${free}\` here: the folder ${quoted(name)} is named for it.`,
			};
		});
	},
};

/** Take the number of an article's folder, if no other article has it: then only the record was not changed. */
function freeFolderNumber(article: Numbered, articles: readonly Numbered[]): number | undefined {
	const number = folderNumber(article);
	const isTaken = articles.some(
		(other) =>
			other !== article && (writtenNumber(other) === number || folderNumber(other) === number),
	);
	return isTaken || number === writtenNumber(article) ? undefined : number;
}
