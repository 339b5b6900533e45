import { listRepeatedNumbers } from '../evidence/repeated-numbers.ts';
import { writtenNumber } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'article-folder-is-named-for-its-number',
	states: 'The folder of an article is named for its number and a few words: 7-some-words.',
	check({ articles: own, rated }) {
		const articles = [...own, ...rated];
		// Where two articles have one number, article-number-is-unique says what each is to be called.
		const renumbered = new Set(listRepeatedNumbers(articles).map(({ article }) => article));
		return articles.flatMap((article) => {
			if (renumbered.has(article)) return [];
			const { name, record } = article;
			const number = writtenNumber(article);
			const match = /^(\d+)-[a-z0-9]+(?:-[a-z0-9]+)*$/.exec(name);
			if (match && (number === undefined || match[1] === String(number))) return [];
			const place = record.fileFault ? { line: 1, column: 1 } : record.locate(['number']);
			return [
				{
					rule: rule.id,
					file: record.path,
					...place,
					message: match
						? `The folder “${name}” holds article ${number}.`
						: `The folder “${name}” is not named for its article.`,
					evidence: [],
					hint: `Name the folder ${number ?? 'for its number'}${number === undefined ? ' and a few words in lower-case letters, such as 7-some-words' : `-${wordsOf(name)}`}. The number in the record is the article’s identity.`,
				},
			];
		});
	},
};

function wordsOf(name: string): string {
	const words = name
		.toLowerCase()
		.replace(/^\d+/, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return words === '' ? 'some-words' : words;
}
