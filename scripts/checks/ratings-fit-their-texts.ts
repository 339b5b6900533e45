import type { RatedSource } from '../../src/edition/read-rated.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { RatedSegment } from '../../src/model/ratings.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import type { Rule } from './rule.ts';

const AGAIN = 'Restore the file, or remove the folder and import the set again.';

export const rule: Rule = {
	id: 'ratings-fit-their-texts',
	states:
		'Imported ratings have a row for each line of their texts, place every span within them, and the capture is the one that the record names.',
	check: ({ rated }) => rated.flatMap((source) => [...checkCapture(source), ...checkRows(source)]),
};

function checkCapture({ record, capture }: RatedSource): Problem[] {
	const expected = record.value?.capture.sha256;
	if (expected === undefined || capture.sha256 === undefined || capture.sha256 === expected)
		return [];
	return [
		{
			rule: rule.id,
			file: record.path,
			...record.locate(['capture', 'sha256']),
			message: 'The bytes of capture.txt are not those that the record names.',
			evidence: [
				{ label: 'expected', value: expected },
				{ label: 'found', value: capture.sha256, where: capture.path },
			],
			hint: AGAIN,
		},
	];
}

function checkRows({ ratings, capture, original, document }: RatedSource): Problem[] {
	const place = (row: number) => ({ rule: rule.id, file: ratings.path, ...ratings.locate([row]) });
	if (!ratings.value || !capture.file || !original.file) return [];
	if (!document) {
		const lines = (text: string) => text.split('\n').length - 1;
		return [
			{
				...place(0),
				message: 'The rows do not answer to the lines of the texts.',
				evidence: [
					{ label: 'rows after the first', value: String(ratings.value.length - 1) },
					{ label: 'lines', value: String(lines(capture.file.text)), where: capture.path },
					{ label: 'lines', value: String(lines(original.file.text)), where: original.path },
				],
				hint: AGAIN,
			},
		];
	}
	return document.segments.flatMap((segment, index) =>
		hasSpanOutside(segment)
			? [
					{
						...place(index + 1),
						message: `A span of segment “${segment.id}” ends after its text.`,
						evidence: [],
						hint: `${AGAIN} Offsets count code points, the end exclusive.`,
					},
				]
			: [],
	);
}

function hasSpanOutside({ source, target, ratings }: RatedSegment): boolean {
	const lengths = { source: codePointLength(source), target: codePointLength(target) };
	return ratings.some(({ errors }) =>
		errors.some(({ spans }) => spans.some(({ side, end }) => end > lengths[side])),
	);
}
