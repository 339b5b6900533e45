import fc from 'fast-check';
import type { RatedDocument, RatedError, RatedSpan } from '../../../../src/model/ratings.ts';
import { judgeLabels } from '../../../../src/exchange/crosswalk.ts';
import { codePointLength } from '../../../../src/text/code-points.ts';

/** Pieces of texts that break what confuses units, trims, normalises, quotes or unescapes. */
const pieces = [
	...[
		'a',
		'B',
		'7',
		' ',
		'  ',
		'.',
		'"',
		"'",
		'&',
		'&lt;',
		'<',
		'>',
		'\\',
		'\\u{1}',
		'/',
		'%',
		'#',
	],
	...[
		'é',
		'e\u0301',
		'न\u093f',
		'的',
		'😀',
		'👩\u200d👩\u200d👧',
		'𝒳',
		'\u{10ffff}',
		'\u202e',
		'\ufeff',
	],
	...['\u00a0', '\u200b', '\u200d', '\u2060', '\u00ad', '\u0085', '\u2028', '\u3000', '\r', '﷽'],
];
/** What tables cannot hold beside: line ends and marks, and characters that XML has not. */
const awkward = [
	'\n',
	'\r\n',
	'\t',
	'<v>',
	'</v>',
	'\0',
	'\u0007',
	'\u001b',
	'\uffff',
	']]>',
	'<!--',
];

export const textOf = (extra: readonly string[] = []) =>
	fc.array(fc.constantFrom(...pieces, ...extra), { maxLength: 14 }).map((parts) => parts.join(''));
export const anyText = textOf(awkward);

const categories = [
	...[
		'Accuracy/Mistranslation',
		'Fluency/Punctuation',
		'Style/Awkward',
		'Non-translation!',
		'Source error',
	],
	...[
		'Terminology/Inappropriate for context',
		'Omission',
		'Undecided',
		'Style/Non_fluent',
		'misspelling',
	],
];
const severities = ['Major', 'Minor', 'Critical', 'Neutral', 'minor'];

type Wanted = {
	text: fc.Arbitrary<string>;
	/** Whether errors may be without a span, rows without an error, and corrections there at all. */
	hasWhole: boolean;
	hasOthers: boolean;
	hasWords: boolean;
};

/** Sets with several systems, documents and raters, whose spans nest, cross, coincide and are empty or blank. */
export function arbitrarySet({
	text,
	hasWhole,
	hasOthers,
	hasWords,
}: Wanted): fc.Arbitrary<RatedDocument[]> {
	const name = fc.constantFrom('A', 'B b', 'sys\u00a0C', 'Ω😀');
	return (
		fc
			.uniqueArray(
				fc.record({ system: name, document: name, segments: fc.integer({ min: 1, max: 3 }) }),
				{
					minLength: 1,
					maxLength: 3,
					selector: ({ system, document }) => `${system}\0${document}`,
				},
			)
			.chain((shapes) =>
				fc.tuple(
					...shapes.map(({ system, document, segments }) =>
						fc
							.array(arbitrarySegment(text, hasWhole, hasOthers, hasWords), {
								minLength: segments,
								maxLength: segments,
							})
							.map((rows) => ({
								system,
								document,
								segments: rows.map((row, index) => ({ id: String(index + 1), ...row })),
							})),
					),
				),
			)
			// Readers meet the documents system by system.
			.map((documents) => {
				const order = [...new Set(documents.map(({ system }) => system))];
				return documents.toSorted((a, b) => order.indexOf(a.system) - order.indexOf(b.system));
			})
	);
}

function arbitrarySegment(
	text: fc.Arbitrary<string>,
	hasWhole: boolean,
	hasOthers: boolean,
	hasWords: boolean,
) {
	return fc.tuple(text, text).chain(([source, target]) => {
		const error = arbitraryError(source, target, hasWhole, hasOthers, hasWords);
		return fc.record({
			source: fc.constant(source),
			target: fc.constant(target),
			ratings: fc
				.array(fc.array(error, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
				.map((lists) => lists.map((errors, index) => ({ rater: `rater ${index + 1}`, errors }))),
		});
	});
}

function arbitraryError(
	source: string,
	target: string,
	hasWhole: boolean,
	hasOthers: boolean,
	hasWords: boolean,
): fc.Arbitrary<RatedError> {
	const side = fc.constantFrom('source' as const, 'target' as const);
	const span = side.chain((one) => {
		const length = codePointLength(one === 'source' ? source : target);
		return fc
			.tuple(fc.nat({ max: length }), fc.nat({ max: length }))
			.map(([a, b]): RatedSpan => ({ side: one, start: Math.min(a, b), end: Math.max(a, b) }));
	});
	const labels = fc.tuple(fc.constantFrom(...categories), fc.constantFrom(...severities));
	const words = hasWords
		? fc.option(
				anyText.filter((one) => one !== ''),
				{ nil: undefined },
			)
		: fc.constant(undefined);
	const placed = fc
		.tuple(span, labels, words, words)
		.map(([one, [category, severity], correction, explanation]) => ({
			...judged(category, severity),
			side: one.side,
			spans: [one],
			category,
			severity,
			...(correction !== undefined && { correction }),
			...(explanation !== undefined && { explanation }),
		}));
	const whole = labels.map(([category, severity]) => ({
		...judged(category, severity),
		side: category === 'Source error' ? ('source' as const) : ('target' as const),
		spans: [],
		category,
		severity,
	}));
	const others = fc
		.constantFrom(['No-error', 'No-error'] as const, ['HOTW-test', 'HOTW-test'] as const)
		.map(([category, severity]) => ({
			...judged(category, severity),
			side: 'target' as const,
			spans: [],
			category,
			severity,
		}));
	return fc.oneof(
		{ weight: 5, arbitrary: placed },
		{ weight: hasWhole ? 1 : 0, arbitrary: whole },
		{ weight: hasOthers ? 1 : 0, arbitrary: others },
	);
}

function judged(category: string, severity: string) {
	const outcome = judgeLabels(category, severity);
	if ('unknown' in outcome) throw new Error(`${category}, ${severity}`);
	return outcome;
}
