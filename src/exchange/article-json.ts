import { identify } from '../citing/identify.ts';
import { addressOf, type Article } from '../model/article.ts';
import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { noteRow } from './json-lines.ts';
import { revisionOf } from './revision-of.ts';

/**
 * Describe one article with all its layers, as plain data for JSON. `url` and `revision_url` are left out
 * while the archive has no public address; `id` names the revision in any case.
 *
 * Ranges are [start, end) in Unicode code points of the captured text. A paragraph's `captured` text is null
 * where the capture is not at hand or may not be shown, its `original` where none is held; the ranges of the
 * original count its own code points. Notes have the fields of `notes.jsonl`.
 */
export function articleJson(article: Article, archive: Archive) {
	const { number, record, length, sentences, readings, decisions } = article;
	const revision = revisionOf(record);
	const path = addressOf.revision(number, revision.number);
	const [url, revisionUrl] = [addressOf.article(number), path].map((each) =>
		publicAddress(each, archive.site),
	);
	return {
		id: identify(path, archive.site),
		...(url === undefined ? {} : { url }),
		...(revisionUrl === undefined ? {} : { revision_url: revisionUrl }),
		article: number,
		revision: revision.number,
		revised: revision.date,
		offsets: 'Unicode code points of the captured text, from 0, end exclusive',
		licences: {
			captured: record.capture.rights,
			reading: archive.licences.reading,
			notes: archive.licences.commentary,
			data: archive.licences.data,
		},
		record,
		words: article.words,
		length,
		paragraphs: article.paragraphs.map((paragraph) => ({
			paragraph: paragraph.number,
			start: paragraph.start,
			end: paragraph.end,
			captured: paragraph.captured ?? null,
			original: paragraph.original ?? null,
			original_start: paragraph.original === undefined ? null : paragraph.originalStart,
			reading: paragraph.reading,
		})),
		sentences,
		notes: article.notes.map((note) => noteRow(article, note, archive.site)),
		quotations: article.quotations.map(({ paragraph, opening, speaker, status }) => ({
			paragraph,
			opening,
			speaker,
			status,
		})),
		points: article.points.map(({ note }) => note),
		readings,
		decisions,
	};
}

/** Write an article as a JSON file, indented by tabs. */
export function formatArticleJson(article: Article, archive: Archive): string {
	return `${JSON.stringify(articleJson(article, archive), null, '\t')}\n`;
}
