import { countParagraphs } from '../evidence/captures-at-hand.ts';
import { countOf, cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'reading-matches-paragraphs',
	states: 'The reading version has a paragraph for each paragraph of the captured text.',
	checkArticle: (article, archive) => {
		const { reading } = article;
		const expected = countParagraphs(archive, article);
		const { paragraphs } = reading;
		if (!reading.file || expected === undefined || paragraphs.length === expected) return [];
		const isLonger = paragraphs.length > expected;
		const last = isLonger ? paragraphs[expected] : paragraphs.at(-1);
		return [
			{
				rule: rule.id,
				file: reading.path,
				line: last?.line ?? 1,
				column: 1,
				message: `The reading version has ${countOf(paragraphs.length, 'paragraph')}; the captured text has ${expected}.`,
				evidence: last
					? [
							{
								label: isLonger ? 'first too many' : `last, p${paragraphs.length}`,
								value: cut(last.text, 60),
							},
						]
					: [],
				hint: isLonger
					? 'Join what renders one captured paragraph: a blank line begins the next.'
					: 'Write one paragraph for each captured paragraph, apart by a blank line; where there is nothing to render, say so in square brackets.',
			},
		];
	},
};
