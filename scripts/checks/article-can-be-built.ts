import { buildArticle } from '../../src/edition/build-article.ts';
import type { Rule } from './rule.ts';

/** The last resort: it speaks only where every other rule is silent and the build would still refuse. */
export const rule: Rule = {
	id: 'article-can-be-built',
	states: 'An article that no other rule complains of can be built.',
	isLastResort: true,
	checkArticle(article) {
		if (buildArticle(article) !== undefined) return [];
		return [
			{
				rule: rule.id,
				file: `${article.path}/commentary.mdx`,
				line: 1,
				column: 1,
				message: 'The article cannot be built, and no other rule says why.',
				evidence: [],
				hint: 'Compare it with the last state that could be built. That the check does not name the cause is a fault of Calque: please report it with the article’s folder.',
			},
		];
	},
};
