import type { Article, Note } from './article.ts';
import type { Record } from './record.ts';
import { listWords } from '../text/count-words.ts';
import { shortenQuote } from '../text/shorten-quote.ts';

/** A run of this many words of a text that may not be shown stands nowhere in a site. */
export const RESTRICTED_RUN = 8;

/** Say whether a record lets a site show less than the whole captured text. */
export function isRestricted({ capture }: Pick<Record, 'capture'>): boolean {
	return (capture.display ?? 'full') !== 'full';
}

/**
 * Take out of an article what its record does not let a site show. Whatever is made of the article
 * afterwards, a page, a search index, a feed or an export, can show no more.
 */
export function restrictArticle(article: Article): Article {
	if (!isRestricted(article.record)) return article;
	const { display } = article.record.capture;
	const restrict = (words: string) =>
		display === 'record' ? '' : shortenQuote(words, RESTRICTED_RUN - 1);
	const { title } = article.record;
	const isLong = listWords(title.captured).length >= RESTRICTED_RUN;
	return {
		...article,
		record: {
			...article.record,
			title: display === 'record' || isLong ? { ...title, captured: 'none' } : title,
		},
		isCaptureAttached: false,
		paragraphs: article.paragraphs.map((paragraph) => ({ ...paragraph, captured: undefined })),
		notes: article.notes.map((note): Note => ({
			...note,
			exact: restrict(note.exact),
			shown: restrict(note.shown),
			prefix: '',
			suffix: '',
		})),
		quotations: article.quotations.map((quotation) => ({
			...quotation,
			opening: restrict(quotation.opening),
		})),
	};
}
