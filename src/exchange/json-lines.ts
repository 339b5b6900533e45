import { addressOf, type ArticleEntry, type Note } from '../model/article.ts';
import { countNotes } from '../scoring/count-notes.ts';
import { publicAddress } from '../model/public-address.ts';

/**
 * The archive as JSON Lines, one object a line. The names of fields are a promise: they never change.
 * `articleFields` and `noteFields` say what each holds; the data page prints them.
 */

export const articleFields = {
	article: 'The accession number; the identity of the article.',
	url: 'Its address; a path while the archive has no public address.',
	title:
		'The headline as captured; the editors’ own in square brackets where the capture has none.',
	supplied_title: 'The editors’ heading.',
	verdict: 'machine-translated, native or unclear.',
	verdict_confidence: 'How sure the editors are of the verdict, 0 to 1.',
	source_language:
		'BCP 47 tag of the language translated from; of the text itself when native; or unknown.',
	capture_sha256: 'SHA-256 of the captured bytes.',
	capture_attached: 'Whether the captured text was at hand when this file was made.',
	published: 'Publication date, EDTF, or unknown.',
	outlet: 'Who published the captured page; an id of the archive.',
	words: 'Words of the captured text.',
	paragraphs: 'Paragraphs: non-blank lines of the captured text.',
	notes: 'How many notes it has.',
	critical: 'How many of them are critical,',
	major: 'major,',
	minor: 'or minor. The three add up to notes.',
	capture_damage:
		'How many of the notes mark damage by the capture or the host (types capture/…), not by the translation.',
	engine_profile: 'What kind of engine made the text, as far as can be told.',
	original_held: 'Whether the editors have the text that was translated.',
} as const;

export const noteFields = {
	article: 'The accession number of the article.',
	note: 'The note’s id, unique in its article and never used again.',
	url: 'Its address.',
	paragraph: 'The paragraph it stands in, 1 for p1.',
	start: 'Where the flagged span begins: Unicode code points of the captured text, from 0.',
	end: 'Where it ends, exclusive, in the same unit.',
	exact: 'The flagged span, character for character.',
	prefix:
		'Text before it, only as much as makes the span unique; mostly empty, since captures are other people’s, and empty where it would take more than a few words: start and end always say where the span is.',
	suffix: 'Text after it, likewise.',
	type: 'The error type, as in the typology.',
	severity: 'minor, major or critical.',
	confidence: 'certain, likely or possible.',
	original: 'The likely source wording, a reconstruction unless the original is held; or null.',
	original_start:
		'Where that wording begins in the original: its Unicode code points; null unless the original is held.',
	original_end: 'Where it ends, exclusive; or null.',
	correction: 'What the English should say, the editors’ proposal; or null.',
	reading: 'The phrase of the reading version that renders the span; or null.',
	term: 'The recurring term the note belongs to; or null.',
	by: 'Which layer of the work the note comes from.',
	masked: 'Whether the span is an obscenity planted by the host, covered on the page.',
	comment: 'The explanation, plain text.',
} as const;

/** What a row tells of an article; an entry of a list has all of it. */
export type ListedArticle = Pick<
	ArticleEntry,
	'number' | 'title' | 'record' | 'isCaptureAttached' | 'words' | 'paragraphRanges' | 'notes'
>;

/** Describe an article in the fields of `articleFields`. */
export function articleRow(
	article: ListedArticle,
	site: string,
): Record<keyof typeof articleFields, unknown> {
	const { record } = article;
	const { critical, major, minor, captureDamage } = countNotes(article.notes);
	return {
		article: article.number,
		url:
			publicAddress(addressOf.article(article.number), site) ?? addressOf.article(article.number),
		title: article.title,
		supplied_title: record.title.supplied,
		verdict: record.verdict,
		verdict_confidence: record.verdict_confidence,
		source_language: record.source_language,
		capture_sha256: record.capture.sha256,
		capture_attached: article.isCaptureAttached,
		published: record.published.date,
		outlet: record.publisher.outlet,
		words: article.words,
		paragraphs: article.paragraphRanges.length,
		notes: article.notes.length,
		critical,
		major,
		minor,
		capture_damage: captureDamage,
		engine_profile: record.engine.profile,
		original_held: record.original.held,
	};
}

/** Describe a note in the fields of `noteFields`. */
export function noteRow(
	article: Pick<ListedArticle, 'number'>,
	note: Note,
	site: string,
): Record<keyof typeof noteFields, unknown> {
	return {
		article: article.number,
		note: note.id,
		url:
			publicAddress(addressOf.note(article.number, note.id), site) ??
			addressOf.note(article.number, note.id),
		paragraph: note.paragraph,
		start: note.start,
		end: note.end,
		exact: note.exact,
		prefix: note.prefix,
		suffix: note.suffix,
		type: note.type,
		severity: note.severity,
		confidence: note.confidence,
		original: note.original ?? null,
		original_start: note.originalPlace?.start ?? null,
		original_end: note.originalPlace?.end ?? null,
		correction: note.correction ?? null,
		reading: note.reading ?? null,
		term: note.term ?? null,
		by: note.by,
		masked: note.masked ?? false,
		comment: note.comment,
	};
}

/** Write rows as JSON Lines, with a line feed after the last. */
export function toJsonLines(rows: readonly object[]): string {
	return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
