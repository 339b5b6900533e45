import { findCapture } from '../evidence/captures-at-hand.ts';
import { describeQuote } from '../../src/text/describe-quote.ts';
import {
	doubtOf,
	howOften,
	listQuotes,
	showInContext,
	whereInCapture,
	type JudgedQuote,
} from '../evidence/quotes.ts';
import { cut, quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

const MAX_PLACES = 6;

export const rule: Rule = {
	id: 'note-quote-is-unique',
	states:
		'The words that a note or quotation quotes stand in their paragraph once, or prefix, suffix or occurrence tell which is meant.',
	checkArticle: (article, archive) =>
		listQuotes(findCapture(archive, article), article, 'ambiguous').map((quote) => {
			const { name, attributes, outcome, at } = quote;
			const { startCodeUnits } = outcome;
			const left = startCodeUnits.length - MAX_PLACES;
			return {
				rule: rule.id,
				...at('captured'),
				message: `${name} quotes ${quoted(attributes.captured)}, which stands ${howOften(startCodeUnits)} in paragraph ${attributes.p}.`,
				evidence: [
					...listPlaces(quote),
					...(left > 0 ? [{ label: '', value: `and ${left} more` }] : []),
				],
				hint: `Add \`prefix\`, \`suffix\` or \`occurrence\` so that only one place fits; for the first, ${suggestContext(quote)}.${doubtOf(quote)}`,
			};
		}),
};

function listPlaces({ attributes, capture, outcome }: JudgedQuote<'ambiguous'>) {
	const { paragraph, startCodeUnits } = outcome;
	return startCodeUnits.slice(0, MAX_PLACES).map((start, index) => ({
		label: `place ${index + 1}`,
		value: cut(showInContext(paragraph.text, start, attributes.captured.length)),
		where: whereInCapture(capture, paragraph.startCodeUnit + start),
	}));
}

/** Suggest the attributes that would settle the first place. */
function suggestContext({
	attributes: { captured },
	outcome: { paragraph, startCodeUnits },
}: JudgedQuote<'ambiguous'>): string {
	const [start = 0] = startCodeUnits;
	const { prefix, suffix, occurrence } = describeQuote(
		paragraph.text,
		start,
		start + captured.length,
	);
	const parts = [
		prefix && `prefix="${prefix}"`,
		suffix && `suffix="${suffix}"`,
		occurrence && `occurrence={${occurrence}}`,
	];
	return parts.filter(Boolean).join(' ');
}
