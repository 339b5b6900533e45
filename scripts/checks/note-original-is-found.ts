import type { ArticleSource, OriginalSource } from '../../src/edition/read-archive.ts';
import type { CommentaryElement } from '../../src/edition/read-commentary.ts';
import type { NoteAttributes } from '../../src/model/note.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findQuote, listPlaces, MAX_PLACES } from '../../src/text/find-quote.ts';
import type { Paragraph } from '../../src/text/paragraphs.ts';
import { countParagraphs, findCapture } from '../evidence/captures-at-hand.ts';
import { howOften, paragraphsOf, showInContext } from '../evidence/quotes.ts';
import { cut, positionAt, quoted, timesOf } from '../evidence/show.ts';
import { suggestPassages } from '../evidence/suggest-passages.ts';
import { writtenAt } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

const MAX_SHOWN = 6;

type NoteSource = CommentaryElement<NoteAttributes>;
type Words = Pick<Problem, 'message' | 'evidence' | 'hint'>;

export const rule: Rule = {
	id: 'note-original-is-found',
	states:
		'Where the original is held, the wording that a note gives stands in its paragraph once, or originalOccurrence tells which is meant.',
	checkArticle: (article, archive) => {
		const { original, commentary } = article;
		const capture = findCapture(archive, article)?.capture;
		const expected = countParagraphs(archive, article);
		const isInStep = expected === undefined || original?.paragraphs.length === expected;
		return commentary.notes.flatMap((note): Problem[] => {
			const { attributes, at } = note;
			const hasOccurrence = attributes.originalOccurrence !== undefined;
			const words = original
				? judgeNote(note, original, paragraphsOf(capture, attributes), isInStep)
				: hasOccurrence && isNotHeld(article)
					? describeNotHeld(note)
					: undefined;
			if (!words) return [];
			const attribute =
				original && attributes.original !== undefined ? 'original' : 'originalOccurrence';
			return [{ rule: rule.id, file: commentary.path, ...at(attribute), ...words }];
		});
	},
};

/** Say whether an article is to have no original; one that only lacks it is reported for that. */
function isNotHeld({ record, originalFault }: ArticleSource): boolean {
	return originalFault === undefined && writtenAt(record, ['original', 'held']) !== true;
}

function judgeNote(
	note: NoteSource,
	original: OriginalSource,
	numbers: readonly number[],
	isInStep: boolean,
): Words | undefined {
	const { original: exact, originalOccurrence: occurrence } = note.attributes;
	if (exact === undefined) return occurrence === undefined ? undefined : describeNoWording(note);
	const paragraphs = numbers.flatMap((number) => original.paragraphs[number - 1] ?? []);
	const [paragraph] = paragraphs;
	const outcomes = paragraphs.map(({ text }) => findQuote(text, { exact, occurrence }));
	// A paragraph that the captured text has not either is reported with the quote.
	if (!paragraph || outcomes.some(({ kind }) => kind === 'found')) return undefined;
	const places = listPlaces(paragraph.text, { exact }, MAX_PLACES);
	if (places.length > 0) return describePlaces(note, original, paragraph, places);
	const others = original.paragraphs.filter(
		({ text }) => findQuote(text, { exact }).kind !== 'missing',
	);
	// Where paragraphs are missing or too many, the rest are out of step: that is one fault, not many.
	if (!isInStep && others.length > 0) return undefined;
	return describeMissing(note, original, paragraph, others);
}

function describeNotHeld({ attributes: { id } }: NoteSource): Words {
	return {
		message: `Note ${quoted(id)} has \`originalOccurrence\`, but the original is not held.`,
		evidence: [],
		hint: 'Remove it: a reconstructed wording has no place to be told from others.',
	};
}

function describeNoWording({ attributes: { id } }: NoteSource): Words {
	return {
		message: `Note ${quoted(id)} has \`originalOccurrence\`, but no \`original\`.`,
		evidence: [],
		hint: 'Add `original`, the words that it counts, or remove it.',
	};
}

/** The wording is there, but more than once or not so often. */
function describePlaces(
	{ attributes: { id, p, original: exact = '', originalOccurrence: occurrence } }: NoteSource,
	original: OriginalSource,
	paragraph: Paragraph,
	places: readonly number[],
): Words {
	const evidence = places.slice(0, MAX_SHOWN).map((start, index) => ({
		label: `place ${index + 1}`,
		value: cut(showInContext(paragraph.text, start, exact.length)),
		where: whereIn(original, paragraph.startCodeUnit + start),
	}));
	return occurrence === undefined
		? {
				message: `Note ${quoted(id)} gives ${quoted(exact)}, which stands ${howOften(places)} in paragraph ${p} of the original.`,
				evidence,
				hint: 'Add `originalOccurrence`, in braces: 1 is the first. Or give more of the wording.',
			}
		: {
				message: `Note ${quoted(id)} names occurrence ${occurrence} of a wording that stands in paragraph ${p} of the original only ${timesOf(places.length)}.`,
				evidence,
				hint: 'Correct `originalOccurrence`; 1 is the first.',
			};
}

function describeMissing(
	{ attributes: { id, p, original: exact = '' } }: NoteSource,
	original: OriginalSource,
	paragraph: Paragraph,
	others: readonly Paragraph[],
): Words {
	const own = suggestPassages([paragraph], exact);
	const nearest =
		others.length > 0
			? others.slice(0, 3).map(({ text, startCodeUnit }) => ({
					label: 'stands',
					value: cut(exact),
					where: whereIn(original, startCodeUnit + text.indexOf(exact)),
				}))
			: (own.length > 0 ? own : suggestPassages(original.paragraphs, exact)).map(
					({ passage, startCodeUnit }) => ({
						label: 'nearest',
						value: cut(passage),
						where: whereIn(original, startCodeUnit),
					}),
				);
	return {
		message: `Note ${quoted(id)} gives a wording that is not in paragraph ${p} of the original.`,
		evidence: [{ label: 'given', value: cut(exact) }, ...nearest],
		hint: `Copy the words exactly as they stand in paragraph ${p} of ${original.path}; where nothing there stands behind the span, leave \`original\` out.`,
	};
}

function whereIn({ path, text }: OriginalSource, codeUnit: number): string {
	return `${path}:${positionAt(text, codeUnit).line}`;
}
