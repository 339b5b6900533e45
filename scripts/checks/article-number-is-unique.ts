import { listRepeated } from '../evidence/list-repeated.ts';
import { writtenNumber } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'article-number-is-unique',
	states: 'No two articles have the same number.',
	check({ articles }) {
		const numbers = articles.flatMap((article) => {
			const number = writtenNumber(article);
			return number === undefined
				? []
				: [{ key: number, file: article.record.path, at: article.record.locate(['number']) }];
		});
		const next = Math.max(0, ...numbers.map(({ key }) => key)) + 1;
		return listRepeated(numbers).map(({ key, file, at, first }) => ({
			rule: rule.id,
			file,
			...at,
			message: `Two articles have the number ${key}.`,
			evidence: [
				{ label: 'first', value: `number: ${key}`, where: `${first.file}:${first.at.line}` },
			],
			hint: `Give the newer article the next free number, ${next}, here and in the name of its folder. A number is never used again.`,
		}));
	},
};
