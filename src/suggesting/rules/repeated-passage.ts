import { countWords } from '../../text/count-words.ts';
import type { Finding, SuggestionRule } from '../suggestion.ts';

/** Words in a row that are compared; fewer recur by chance. A credit is told by its sign, a headline by its length. */
const LENGTH = 3;
const SENTENCE = 8;
export const rule: SuggestionRule = {
	id: 'repeated-passage',
	label: 'A passage captured twice',
	looksFor:
		'Eight or more words that stood in the text before, or a credit of a picture: headlines and captions.',
	why: 'A page shows its headline and captions in several places, and a scraper takes all of them.',
	examples: [
		{
			text: 'The old bridge over the river was closed. The old bridge over the river was closed.',
			marks: ['The old bridge over the river was closed.'],
		},
	],
	type: 'capture/repeated-text',
	severity: 'minor',
	message: 'These words stood in the text before.',
	concerns: 'text',
	find: ({ paragraphs }) => {
		const seen = new Set<string>();
		return paragraphs.flatMap(({ number, text }) => {
			const words = [...text.matchAll(/[\p{L}\p{N}©]+/gu)];
			const found: Finding[] = [];
			let run: Finding | undefined;
			for (let at = 0; at + LENGTH <= words.length; at++) {
				const part = words.slice(at, at + LENGTH);
				const key = part.map(([word]) => word.toLowerCase()).join(' ');
				const [first, last] = [part[0]?.index ?? 0, part.at(-1)];
				const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
				if (!seen.has(key)) {
					seen.add(key);
					continue;
				}
				if (run && run.endCodeUnit >= first) run.endCodeUnit = end;
				else found.push((run = { paragraph: number, startCodeUnit: first, endCodeUnit: end }));
			}
			const isLong = ({ startCodeUnit, endCodeUnit }: Finding) =>
				text[startCodeUnit] === '©' ||
				countWords(text.slice(startCodeUnit, endCodeUnit)) >= SENTENCE;
			for (const one of found) if (text[one.endCodeUnit] === '.') one.endCodeUnit++;
			return found.filter(isLong);
		});
	},
};
