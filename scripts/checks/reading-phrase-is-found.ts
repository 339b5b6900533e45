import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { NoteAttributes } from '../../src/model/note.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findQuote } from '../../src/text/find-quote.ts';
import { countParagraphs, findCapture } from '../evidence/captures-at-hand.ts';
import { howOften, paragraphsOf, showInContext } from '../evidence/quotes.ts';
import { cut, quoted } from '../evidence/show.ts';
import { suggestPassages } from '../evidence/suggest-passages.ts';
import type { Rule } from './rule.ts';

const MAX_PLACES = 6;

export const rule: Rule = {
	id: 'reading-phrase-is-found',
	states:
		'The phrase of the reading version that a note names stands in the paragraph’s rendering once.',
	checkArticle: (article, archive) => {
		const capture = findCapture(archive, article)?.capture;
		return checkPhrases(
			article,
			countParagraphs(archive, article) ?? article.reading.paragraphs.length,
			(note) => paragraphsOf(capture, note),
		);
	},
};

function checkPhrases(
	article: ArticleSource,
	expected: number,
	listParagraphs: (note: NoteAttributes) => number[],
): Problem[] {
	const { commentary, reading } = article;
	// Where paragraphs are missing or too many, the rest are out of step: that is one fault, not many.
	const isInStep = reading.paragraphs.length === expected;
	return commentary.notes.flatMap(({ attributes, at }) => {
		const { id, reading: phrase } = attributes;
		const paragraphs = listParagraphs(attributes).flatMap(
			(number) => reading.paragraphs[number - 1] ?? [],
		);
		const outcomes = paragraphs.map((paragraph) =>
			findQuote(paragraph.text, { exact: phrase ?? '' }),
		);
		const [paragraph] = paragraphs;
		const [place] = outcomes;
		if (
			phrase === undefined ||
			!paragraph ||
			!place ||
			outcomes.some(({ kind }) => kind === 'found')
		)
			return [];
		const others = reading.paragraphs.filter(
			(other) => other !== paragraph && other.text.includes(phrase),
		);
		if (!isInStep && (others.length > 0 || place.kind === 'ambiguous')) return [];
		const problem = { rule: rule.id, file: commentary.path, ...at('reading') };
		const where = `${reading.path}:${paragraph.line}`;
		if (place.kind === 'ambiguous')
			return [
				{
					...problem,
					...describeRepeated(id, phrase, paragraph.text, place.startCodeUnits, where),
				},
			];
		const nearest =
			others.length > 0
				? others.slice(0, 3).map(({ line }) => ({
						label: 'stands',
						value: cut(phrase),
						where: `${reading.path}:${line}`,
					}))
				: suggestPassages(
						[{ number: attributes.p, text: paragraph.text, startCodeUnit: 0 }],
						phrase,
					).map(({ passage }) => ({ label: 'nearest', value: cut(passage), where }));
		return [
			{
				...problem,
				message: `Note ${quoted(id)} names a phrase that is not in the reading version of paragraph ${attributes.p}.`,
				evidence: [{ label: 'named', value: cut(phrase) }, ...nearest],
				hint: `Copy the phrase from ${where}, or leave \`reading\` out where nothing there renders the span.`,
			},
		];
	});
}

function describeRepeated(
	id: string,
	phrase: string,
	text: string,
	startCodeUnits: number[],
	where: string,
) {
	return {
		message: `Note ${quoted(id)} names the phrase ${quoted(phrase)}, which stands ${howOften(startCodeUnits)} in the reading version of its paragraph.`,
		evidence: startCodeUnits.slice(0, MAX_PLACES).map((start, index) => ({
			label: `place ${index + 1}`,
			value: cut(showInContext(text, start, phrase.length)),
			where,
		})),
		hint: 'Name a longer phrase, which stands there once.',
	};
}
