import { z } from 'zod';
import { formatAnchors } from '../../src/edition/place-notes.ts';
import {
	type ArchiveSource,
	type ArticleSource,
	type CaptureSource,
} from '../../src/edition/read-archive.ts';
import { parseCommentary, type WrittenElement } from '../../src/edition/read-commentary.ts';
import type { TextFile } from '../../src/edition/read-text-file.ts';
import { parseYaml } from '../../src/edition/read-yaml.ts';
import type { Change, NearNote, NoteDraft, ToldProblem } from '../../src/editor/messages.ts';
import { anchorsSchema } from '../../src/model/anchors.ts';
import { termSchema } from '../../src/model/authorities.ts';
import { MAX_QUOTED_WORDS, type NoteAttributes } from '../../src/model/note.ts';
import { describeQuote } from '../../src/text/describe-quote.ts';
import { splitsCharacter } from '../../src/text/code-points.ts';
import { judgeAnchors } from '../evidence/anchor-refusals.ts';
import { findCaptures, isDistributed } from '../evidence/captures-at-hand.ts';
import { listRenderings, replaceRenderings } from '../evidence/term-renderings.ts';
import { chooseId } from './choose-id.ts';
import { escapeExplanation, showExplanation } from './explanation.ts';
import { findUnlike } from './find-unlike.ts';
import { formatNote } from './format-note.ts';
import { listNearNotes } from './list-near-notes.ts';
import { listNewProblems, tell } from './list-new-problems.ts';
import { insertNote, replaceElement } from './place-note.ts';

/** A file as it was read and as it is to be; it was not there where it has no `before`. */
export type PlannedFile = { name: string; before: Buffer | undefined; after: string };

/** What a change comes to: files to be written, or why it cannot be. */
export type Plan =
	| { kind: 'planned'; id: string; note: string; near: NearNote[]; files: PlannedFile[] }
	| { kind: 'refused'; problems: ToldProblem[] };

type Written = { id: string; attributes: Partial<NoteAttributes>; note: string; text: string };

/**
 * Plan a change of an article's commentary: the note in its form and place, the anchors and the renderings of
 * terms that go with it. Refuses what would add a problem to the archive, by the rules of the content check;
 * nothing is written.
 */
export function planChange(archive: ArchiveSource, article: ArticleSource, change: Change): Plan {
	const capture = findCaptures(archive).get(article)?.capture;
	if (!article.commentary.file || !capture)
		return refuse(article, 'The captured text or the commentary is not at hand.');
	const written = writeChange(archive, article, capture, change);
	if (typeof written === 'string') return refuse(article, written);
	const changed = replaceCommentary(archive, article, written.text);
	const unlike = findUnlike(article, changed.article, written, change);
	const problems = [...listNewProblems(archive, changed.archive)];
	if (problems.length > 0) return { kind: 'refused', problems };
	if (unlike !== undefined) return refuse(article, unlike);
	if (changed.refusal !== undefined) return refuse(article, changed.refusal);
	return {
		kind: 'planned',
		id: written.id,
		note: written.note,
		near:
			change.kind === 'withdraw' ? [] : listNearNotes(article, capture, change.draft, written.id),
		files: changed.files,
	};
}

function refuse(article: ArticleSource, message: string): Plan {
	const { path } = article.commentary;
	const place = { rule: 'commentary-is-well-formed', file: path, line: 1, column: 1 };
	return {
		kind: 'refused',
		problems: [
			{ ...tell({ ...place, message, evidence: [], hint: 'Nothing was written.' }), states: '' },
		],
	};
}

/** Write the note and the commentary with it; returns the reason where that cannot be done. */
function writeChange(
	archive: ArchiveSource,
	article: ArticleSource,
	capture: CaptureSource,
	change: Change,
): Written | string {
	const { commentary } = article;
	if (change.kind === 'add') {
		const place = describePlace(article, capture, change.draft);
		if (typeof place === 'string') return place;
		const id = chooseId(archive, article, place.captured);
		const attributes = { id, ...place, ...judgementOf(change.draft) };
		const note = formatNote(attributes, escapeExplanation(change.draft.explanation.trim()));
		return { id, attributes, note, text: insertNote(commentary, place.p, note) };
	}
	const { id } = change;
	const element = commentary.written.find(
		({ element, attributes }) => element === 'Note' && attributes['id'] === id,
	);
	if (!element) return `There is no note “${id}” in the commentary.`;
	const before = element.attributes as NoteAttributes;
	const body = bodyOf(article, element);
	if (change.kind === 'withdraw') {
		const attributes = {
			...before,
			withdrawn: change.date,
			withdrawnBecause: change.because.trim() === '' ? undefined : change.because.trim(),
			replacedBy: change.replacedBy,
		};
		const note = formatNote(attributes, body);
		return { id, attributes, note, text: replaceElement(commentary, element, note) };
	}
	const place = describePlace(article, capture, change.draft);
	if (typeof place === 'string') return place;
	const typed = change.draft.explanation.trim();
	const {
		captured: _captured,
		prefix: _prefix,
		suffix: _suffix,
		occurrence: _occurrence,
		...kept
	} = before;
	const attributes = { ...kept, ...place, ...judgementOf(change.draft) };
	const note = formatNote(
		attributes,
		typed === showExplanation(body).trim() ? body : escapeExplanation(typed),
	);
	return { id, attributes, note, text: replaceElement(commentary, element, note) };
}

/** Take what stands between the tags of an element, as it is written. */
export function bodyOf({ commentary }: ArticleSource, { bodySpan }: WrittenElement): string {
	return (commentary.file?.text ?? '')
		.slice(bodySpan.startCodeUnit, bodySpan.endCodeUnit)
		.replaceAll('\r\n', '\n');
}

type Place = Pick<NoteAttributes, 'p' | 'captured' | 'prefix' | 'suffix' | 'occurrence'>;

function describePlace(
	article: ArticleSource,
	capture: CaptureSource,
	{ paragraph, startCodeUnit, endCodeUnit }: NoteDraft,
): Place | string {
	const text = capture.paragraphs[paragraph - 1]?.text;
	if (text === undefined) return `The captured text has no paragraph ${paragraph}.`;
	if (startCodeUnit >= endCodeUnit || endCodeUnit > text.length)
		return `Paragraph ${paragraph} has no such words.`;
	if (splitsCharacter(text, startCodeUnit) || splitsCharacter(text, endCodeUnit))
		return 'The words begin or end inside a character.';
	const { exact, prefix, suffix, occurrence } = describeQuote(text, startCodeUnit, endCodeUnit, {
		maxWords: isDistributed(article) === true ? Infinity : MAX_QUOTED_WORDS,
	});
	return { p: paragraph, captured: exact, prefix, suffix, occurrence };
}

/** Take what an author decides of a note; what was left empty is not there. */
function judgementOf(draft: NoteDraft) {
	const { correction, original, originalOccurrence, reading, term, by } = draft;
	const written = (text: string | undefined) =>
		text === undefined || text.trim() === '' ? undefined : text.trim();
	return {
		type: draft.type as NoteAttributes['type'],
		severity: draft.severity as NoteAttributes['severity'],
		confidence: draft.confidence as NoteAttributes['confidence'],
		correction: written(correction),
		original: written(original),
		originalOccurrence,
		reading: written(reading),
		term: written(term),
		by: by.trim(),
	};
}

type Changed = {
	archive: ArchiveSource;
	article: ArticleSource;
	files: PlannedFile[];
	refusal?: string | undefined;
};

/** Lay a changed commentary into the archive, in memory, and what is made of it with it. */
function replaceCommentary(archive: ArchiveSource, before: ArticleSource, text: string): Changed {
	const file = fileOf(before.commentary.path, text);
	const commented = { ...before, commentary: parseCommentary(file) };
	const files: PlannedFile[] = [
		{
			name: `${before.folder}/commentary.mdx`,
			before: before.commentary.file?.bytes,
			after: text,
		},
	];
	const { anchors, reason } = judgeAnchors(commented, findCaptures(archive).get(before));
	if (!anchors) {
		const unanchored = withArticle(archive, before, commented);
		return { archive: unanchored, article: commented, files, refusal: `Not written: ${reason}.` };
	}
	const anchorsText = formatAnchors(anchors);
	const article: ArticleSource = {
		...commented,
		anchors: parseYaml(fileOf(before.anchors.path, anchorsText), anchorsText, anchorsSchema),
	};
	files.push({
		name: `${before.folder}/anchors.json`,
		before: before.anchors.file?.bytes,
		after: anchorsText,
	});
	const changed = withArticle(archive, before, article);
	const renderings = listRenderings(changed);
	const terms = archive.terms.file;
	const termsText = terms && renderings && replaceRenderings(terms.text, renderings);
	if (termsText === undefined || termsText === terms?.text)
		return { archive: changed, article, files };
	files.push({ name: 'terms.yaml', before: terms?.bytes, after: termsText });
	return {
		archive: {
			...changed,
			terms: parseYaml(
				fileOf(archive.terms.path, termsText),
				termsText.replace(/^\uFEFF/, ''),
				z.array(termSchema),
			),
		},
		article,
		files,
	};
}

function withArticle(
	archive: ArchiveSource,
	before: ArticleSource,
	after: ArticleSource,
): ArchiveSource {
	return {
		...archive,
		articles: archive.articles.map((article) => (article === before ? after : article)),
	};
}

function fileOf(path: string, text: string): TextFile {
	return { path, text, bytes: Buffer.from(text) };
}
