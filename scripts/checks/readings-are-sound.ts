import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Reading } from '../../src/model/reading.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import { findCapture } from '../evidence/captures-at-hand.ts';
import { fileNameOf, quoted } from '../evidence/show.ts';
import type { ArticleSequence, Rule } from './rule.ts';

export const rule: Rule = {
	id: 'readings-are-sound',
	states:
		'The readings kept with an article are two, name each of their notes once and place it within the captured text.',
	checkArticle: (article, archive) => {
		const { readings } = article;
		if (!readings.value) return [];
		const length = lengthOf(archive, article);
		const seen = new Set<string>();
		const rows = readings.value.flatMap((row, index): Problem[] => {
			const place = { rule: rule.id, file: readings.path, ...readings.locate([index]) };
			const key = `${row.reading} ${row.note}`;
			const isRepeated = seen.size === seen.add(key).size;
			return [
				...(isRepeated ? [{ ...place, ...describeRepeated(row) }] : []),
				...(row.start < row.end && row.end <= length
					? []
					: [{ ...place, ...describeSpan(row, length) }]),
			];
		});
		return [...rows, ...checkBoth(readings.path, readings.value)];
	},
};

/** Count the code points of the captured text: of the recorded capture, else as anchors.json has them. */
function lengthOf(archive: ArticleSequence, article: ArticleSource): number {
	const atHand = findCapture(archive, article);
	return atHand?.isRecorded
		? codePointLength(atHand.capture.text)
		: (article.anchors.value?.length ?? Infinity);
}

function describeRepeated({ reading, note }: Reading) {
	return {
		message: `The ${reading} reading has two notes ${quoted(note)}.`,
		evidence: [],
		hint: 'Give one of them another name, in decisions.yaml too, or remove the row that was copied.',
	};
}

function describeSpan({ reading, note, start, end }: Reading, length: number) {
	return {
		message:
			start < end
				? `Note ${quoted(note)} of the ${reading} reading ends after the captured text, which has ${length} code points.`
				: `Note ${quoted(note)} of the ${reading} reading ends where it begins or before.`,
		evidence: [{ label: 'written', value: `start ${start}, end ${end}` }],
		hint: 'Count code points of the captured text from 0; `end` is the first that no longer belongs to the span.',
	};
}

/** A single reading agrees with nothing, so both are kept or none. */
function checkBoth(file: string, rows: readonly Reading[]): Problem[] {
	const missing = (['first', 'second'] as const).filter((name) =>
		rows.every(({ reading }) => reading !== name),
	);
	if (missing.length === 0) return [];
	const lacking = missing.length === 2 ? 'of either reading' : `of the ${missing[0]} reading`;
	return [
		{
			rule: rule.id,
			file,
			line: 1,
			column: 1,
			message: `${fileNameOf(file)} has no row ${lacking}.`,
			evidence: [],
			hint: 'Add the notes of both readings as they were before they were compared, or remove the file.',
		},
	];
}
