import { findCapture } from '../evidence/captures-at-hand.ts';
import { doubtOf, listQuotes, whereInCapture } from '../evidence/quotes.ts';
import { cut, listOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

const MAX_PLACES = 5;

export const rule: Rule = {
	id: 'note-quote-is-in-its-paragraph',
	states: 'The words that a note or quotation quotes stand in the paragraph that it names.',
	checkArticle: (article, archive) =>
		listQuotes(findCapture(archive, article), article, 'elsewhere').map((quote) => {
			const { name, attributes, capture, outcome, at } = quote;
			const paragraphs = outcome.paragraphs.slice(0, MAX_PLACES);
			const numbers = paragraphs.map(({ number }) => String(number));
			const [first] = numbers;
			return {
				rule: rule.id,
				...at('p'),
				message: `${name} quotes a passage that is not in paragraph ${attributes.p}, but in ${listOf(numbers)}.`,
				evidence: paragraphs.map(({ number, text, startCodeUnit }) => ({
					label: `paragraph ${number}`,
					value: cut(attributes.captured),
					where: whereInCapture(
						capture,
						startCodeUnit + Math.max(0, text.indexOf(attributes.captured)),
					),
				})),
				hint: `${numbers.length === 1 ? `Write p={${first}}` : `Write the paragraph that is meant, such as p={${first}}`}; paragraphs are the non-blank lines of the capture.${doubtOf(quote)}`,
			};
		}),
};
