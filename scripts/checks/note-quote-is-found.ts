import { findCapture } from '../evidence/captures-at-hand.ts';
import type { Problem } from '../../src/model/problem.ts';
import {
	doubtOf,
	listQuotes,
	showInContext,
	whereInCapture,
	type JudgedQuote,
} from '../evidence/quotes.ts';
import { countOf, cut, timesOf } from '../evidence/show.ts';
import { suggestPassages } from '../evidence/suggest-passages.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'note-quote-is-found',
	states: 'The words that a note or quotation quotes stand in the captured text, exactly so.',
	checkArticle: (article, archive) =>
		listQuotes(findCapture(archive, article), article, 'missing', 'context').map((quote) =>
			quote.outcome.kind === 'missing'
				? describeMissing(quote as JudgedQuote<'missing'>)
				: describeContext(quote as JudgedQuote<'context'>),
		),
};

function describeMissing(quote: JudgedQuote<'missing'>): Problem {
	const { name, attributes, capture, outcome, at } = quote;
	const { captured, p } = attributes;
	const nearest = listNearest(quote);
	const count = countOf(capture.paragraphs.length, 'paragraph');
	const looksAlike = nearest.some(({ value }) => levelMarks(value) === levelMarks(captured));
	return {
		rule: rule.id,
		...at('captured'),
		message: outcome.paragraph
			? `${name} quotes a passage that is not in paragraph ${p}.`
			: `${name} quotes paragraph ${p} of a captured text that has ${count}.`,
		evidence: [{ label: 'quoted', value: cut(captured) }, ...nearest],
		hint:
			nearest.length === 0
				? `Nothing in the captured text resembles it: copy the words exactly as they stand in the capture.${doubtOf(quote)}`
				: `Copy the words exactly as they stand in the capture.${looksAlike ? ' The two differ only in a kind of space, quotation mark, hyphen or dash.' : ''}${doubtOf(quote)}`,
	};
}

/** The passage is there, but not between these words or not so often. */
function describeContext(quote: JudgedQuote<'context'>): Problem {
	const { name, attributes, capture, outcome, at } = quote;
	const { captured, prefix, suffix, occurrence, p } = attributes;
	const { paragraph, startCodeUnits } = outcome;
	const hasContext = prefix !== undefined || suffix !== undefined;
	const places = startCodeUnits.slice(0, 5).map((start) => ({
		label: 'stands',
		value: showInContext(paragraph.text, start, captured.length),
		where: whereInCapture(capture, paragraph.startCodeUnit + start),
	}));
	return {
		rule: rule.id,
		...at('captured'),
		message: hasContext
			? `${name} quotes a passage that is in paragraph ${p}, but not between these words.`
			: `${name} names occurrence ${occurrence} of a passage that stands in paragraph ${p} only ${timesOf(startCodeUnits.length)}.`,
		evidence: [
			hasContext
				? { label: 'quoted', value: `${prefix ?? ''}[${captured}]${suffix ?? ''}` }
				: { label: 'quoted', value: cut(captured) },
			...places,
		],
		hint: hasContext
			? `Copy \`prefix\` and \`suffix\` exactly as they adjoin the passage, spaces included.${doubtOf(quote)}`
			: `Correct \`occurrence\`; 1 is the first.${doubtOf(quote)}`,
	};
}

/** Offer the nearest passages of the paragraph, or of the whole text where the paragraph has none. */
function listNearest({ attributes, capture, outcome }: JudgedQuote<'missing'>) {
	const own = suggestPassages(outcome.paragraph ? [outcome.paragraph] : [], attributes.captured);
	const suggestions =
		own.length > 0 ? own : suggestPassages(capture.paragraphs, attributes.captured);
	return suggestions.map(({ passage, startCodeUnit }) => ({
		label: 'nearest',
		value: cut(passage),
		where: whereInCapture(capture, startCodeUnit),
	}));
}

/** Level what looks alike in most typefaces. */
function levelMarks(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/\s+/gu, ' ')
		.replace(/[‘’ʼ`]/g, "'")
		.replace(/[“”„«»]/g, '"')
		.replace(/\p{Pd}/gu, '-');
}
