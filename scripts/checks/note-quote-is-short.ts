import { MAX_QUOTED_WORDS } from '../../src/model/note.ts';
import { countWords } from '../../src/text/count-words.ts';
import { isDistributed } from '../evidence/captures-at-hand.ts';
import { listQuotingElements } from '../evidence/quotes.ts';
import { cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'note-quote-is-short',
	states: `A note or quotation repeats at most ${MAX_QUOTED_WORDS} words, context included, of a capture that is not distributed.`,
	checkArticle: (article) =>
		(isDistributed(article) === false ? listQuotingElements(article) : []).flatMap(
			({ name, attributes: { captured, prefix = '', suffix = '' }, at }) => {
				const words = countWords(prefix + captured + suffix);
				if (words <= MAX_QUOTED_WORDS) return [];
				return [
					{
						rule: rule.id,
						...at('captured'),
						message: `${name} repeats ${words} words of a capture that is not distributed.`,
						evidence: [
							{ label: 'quoted', value: cut(prefix + captured + suffix) },
							{ label: 'limit', value: `${MAX_QUOTED_WORDS} words, prefix and suffix included` },
						],
						hint: 'Quote only the words that the note is about, or make two notes of it.',
					},
				];
			},
		),
};
