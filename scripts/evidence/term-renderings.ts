import { isMap, isSeq, parseDocument, stringify, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { isCommentaryRead } from './written-data.ts';

/** The renderings of every term that some note names. */
export type Renderings = ReadonlyMap<string, readonly string[]>;

/** What a note says of its term. */
export type RenderingNote = { term: string; captured: string; isMasked: boolean };

/**
 * Collect the captured words of notes by the term that they name, each once and in the order given. What a
 * host planted is never among them; a term that only such notes name has none.
 */
export function collectRenderings(notes: Iterable<RenderingNote>): Renderings {
	const renderings = new Map<string, string[]>();
	for (const { term, captured, isMasked } of notes) {
		const known = renderings.get(term) ?? [];
		renderings.set(term, known);
		const words = captured.trim();
		if (!isMasked && words !== '' && !known.includes(words)) known.push(words);
	}
	return renderings;
}

/**
 * Collect the renderings from all commentaries, in the order of the articles and their paragraphs. Returns
 * nothing where a commentary could not be read, since its notes may name any term.
 */
export function listRenderings({ articles }: ArchiveSource): Renderings | undefined {
	return articles.every(isCommentaryRead)
		? collectRenderings(articles.flatMap(listRenderingNotes))
		: undefined;
}

/** List what the notes of an article say of their terms, in the order of its paragraphs. */
export function listRenderingNotes({ commentary }: ArticleSource): RenderingNote[] {
	return commentary.written
		.filter(({ element }) => element === 'Note')
		.flatMap(({ attributes: { term, captured, p, masked } }) =>
			typeof term === 'string' && typeof captured === 'string'
				? [{ term, captured, paragraph: Number(p), isMasked: isMasked(masked) }]
				: [],
		)
		.sort((a, b) => a.paragraph - b.paragraph);
}

/** A value that the schema refuses is taken for a mark as well: what may be planted is not repeated. */
function isMasked(masked: unknown): boolean {
	return masked !== undefined && masked !== false;
}

/**
 * Write `renderings` into the text of terms.yaml and change nothing else: only the field's own characters
 * are replaced, so comments, quotation marks and line breaks elsewhere stay as their author set them.
 * Returns nothing where the text is not a list in well-formed YAML.
 */
export function replaceRenderings(text: string, renderings: Renderings): string | undefined {
	// The parser takes a byte order mark before a list for a fault.
	if (text.startsWith('\uFEFF')) {
		const changed = replaceRenderings(text.slice(1), renderings);
		return changed === undefined ? undefined : `\uFEFF${changed}`;
	}
	const document = parseDocument(text, { prettyErrors: false });
	if (document.errors.length > 0 || !isSeq(document.contents)) return undefined;
	const edits = document.contents.items.flatMap((entry) => {
		const id = isMap(entry) ? entry.get('id') : undefined;
		return isMap(entry) && typeof id === 'string'
			? [editOf(entry, renderings.get(id) ?? [], text)]
			: [];
	});
	// From the end, so that the places of the edits before stay true.
	return edits.reduceRight(
		(whole, { start, end, words }) => whole.slice(0, start) + words + whole.slice(end),
		text,
	);
}

type Edit = { start: number; end: number; words: string };

function editOf(entry: YAMLMap, renderings: readonly string[], text: string): Edit {
	const list = stringify(renderings, {
		collectionStyle: 'flow',
		flowCollectionPadding: false,
		lineWidth: 0,
	}).trim();
	const words = `renderings: ${list}`;
	const written = findPair(entry, 'renderings');
	if (written) {
		const start = startOf(written);
		return { start, end: start + text.slice(start, endOf(written)).trimEnd().length, words };
	}
	// Beside what is right stands what is wrong.
	const next = findPair(entry, 'right') ?? entry.items[0];
	const start = next ? startOf(next) : 0;
	const indent = ' '.repeat(start - text.lastIndexOf('\n', start - 1) - 1);
	return { start, end: start, words: words + (entry.flow ? ', ' : `\n${indent}`) };
}

function findPair(entry: YAMLMap, name: string): Pair | undefined {
	return entry.items.find(({ key }) => (key as Scalar | null)?.value === name);
}

function startOf({ key }: Pair): number {
	return (key as Scalar).range?.[0] ?? 0;
}

function endOf({ key, value }: Pair): number {
	return ((value ?? key) as Scalar).range?.[1] ?? 0;
}
