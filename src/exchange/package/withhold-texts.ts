import type { Article } from '../../model/article.ts';

/**
 * Take out of an article the captured text that its record does not let be distributed, and with it the text
 * that was translated, which is no freer. Positions and notes stay.
 */
export function withholdTexts(article: Article): Article {
	if (article.record.capture.distributed) return article;
	return {
		...article,
		isCaptureAttached: false,
		paragraphs: article.paragraphs.map((paragraph) => ({
			...paragraph,
			captured: undefined,
			original: undefined,
			originalStart: 0,
		})),
		notes: article.notes.map((note) => ({ ...note, originalPlace: undefined })),
	};
}
