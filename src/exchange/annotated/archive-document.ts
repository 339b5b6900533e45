import { newestRevision, type Article, type Note } from '../../model/article.ts';
import { isRestricted } from '../../model/restrict-article.ts';
import type { RatedDocument, RatedError, RatedSegment } from '../../model/ratings.ts';

/** Why an article of the archive cannot be given to other tools: their formats need its text. */
export type Withheld =
	'its captured text is not at hand' | 'its captured text may not be distributed';

/**
 * Give an article of the archive as a rated document: its paragraphs are the segments, its notes the errors that
 * the editors marked.
 */
export function documentOf(
	{ number, record, paragraphs, notes, isCaptureAttached }: Article,
	editors: string,
): RatedDocument | Withheld {
	if (isRestricted(record) || !record.capture.distributed)
		return 'its captured text may not be distributed';
	if (!isCaptureAttached) return 'its captured text is not at hand';
	const { source_language: language } = record;
	return {
		system: record.engine.name,
		document: `${number} v${newestRevision(record).number}`,
		languages: { ...(language !== 'unknown' && { source: language }), target: 'en' },
		segments: paragraphs.map((paragraph): RatedSegment => ({
			id: String(paragraph.number),
			source: paragraph.original ?? '',
			target: paragraph.captured ?? '',
			ratings: [
				{
					rater: editors,
					errors: notes
						.filter((note) => note.paragraph === paragraph.number)
						.map((note) => errorOf(note, paragraph.start)),
				},
			],
		})),
	};
}

function errorOf(note: Note, paragraphStart: number): RatedError {
	const { id, type, severity, confidence, correction, comment, reading, original, term } = note;
	return {
		kind: 'error',
		side: 'target',
		spans: [{ side: 'target', start: note.start - paragraphStart, end: note.end - paragraphStart }],
		category: type,
		severity,
		type,
		level: severity,
		...(correction !== undefined && { correction }),
		...(comment !== '' && { explanation: comment }),
		extra: {
			id,
			confidence,
			...(reading !== undefined && { reading }),
			...(original !== undefined && { original }),
			...(term !== undefined && { term }),
		},
	};
}
