import type {
	ArchiveSource,
	ArticleSource,
	CaptureSource,
} from '../../src/edition/read-archive.ts';
import { computeAnchors } from '../../src/edition/place-notes.ts';
import type { Name, Term } from '../../src/model/authorities.ts';
import type { TypeId } from '../../src/model/typology.ts';
import type { KnownName, KnownTerm, SuggestingContext } from '../../src/suggesting/suggestion.ts';
import { listWords } from '../../src/text/count-words.ts';

/** A note that stands on a captured text, with its place in code points. */
export type PlacedNote = { id: string; start: number; end: number; type: TypeId };

/** An article whose capture is at hand, ready for the rules. */
export type SuggestableArticle = {
	number: number;
	source: ArticleSource;
	capture: CaptureSource;
	notes: PlacedNote[];
	context: SuggestingContext & { text: string; paragraphs: CaptureSource['paragraphs'] };
};

/**
 * Prepare the articles whose captures are at hand. What a rule may know for an article, the renderings of
 * terms and the archive's own English, is taken from the other articles alone: measured on its own notes, a
 * rule that had read them would only repeat them.
 */
export function listSuggestable(archive: ArchiveSource): SuggestableArticle[] {
	const names = [
		...(archive.people.value ?? []).map((name) => describeName(name, 'person')),
		...(archive.organisations.value ?? []).map((name) => describeName(name, 'organisation')),
	];
	return archive.articles.flatMap((source): SuggestableArticle[] => {
		const { capture, record, commentary } = source;
		if (!capture || !record.value || record.value.withdrawn) return [];
		const others = archive.articles.filter((other) => other !== source);
		const live = new Map(
			commentary.notes
				.filter(({ attributes }) => attributes.withdrawn === undefined)
				.map(({ attributes }) => [attributes.id, attributes]),
		);
		return [
			{
				number: record.value.number,
				source,
				capture,
				notes: computeAnchors(source, capture).notes.flatMap(({ note, start, end }) => {
					const type = live.get(note)?.type;
					return type ? [{ id: note, start, end, type }] : [];
				}),
				context: {
					text: capture.text,
					paragraphs: capture.paragraphs,
					sourceLanguage: record.value.source_language,
					names,
					terms: listTerms(archive, others, record.value.source_language),
					vocabulary: listVocabulary(archive, others),
				},
			},
		];
	});
}

/** The names that the archive itself uses: the full one, what stands in brackets, and a family name. */
function describeName({ name }: Name, kind: KnownName['kind']): KnownName {
	const [, whole = name, short] = /^(.*?) \((.*)\)$/.exec(name) ?? [];
	const family = kind === 'person' ? whole.split(' ').slice(-1) : [];
	return { kind, names: [whole, ...(short ? [short] : []), ...family] };
}

function listTerms(
	{ terms }: ArchiveSource,
	others: readonly ArticleSource[],
	language: string,
): KnownTerm[] {
	const notes = others.flatMap(({ commentary }) =>
		commentary.notes.map(({ attributes }) => attributes),
	);
	return (terms.value ?? [])
		.filter((term) => term.language === language && isLexical(term))
		.map(({ id, gloss, right }) => ({
			gloss,
			right,
			renderings: [
				...new Set(notes.filter(({ term }) => term === id).map(({ captured }) => captured)),
			],
		}));
}

/** Say whether a term is a word or phrase; constructions of grammar are described with marks and examples. */
function isLexical({ source, right }: Term): boolean {
	return [source.split(';')[0] ?? '', ...right].every((words) => /^[\p{L} -]+$/u.test(words));
}

/** Words, in lower case, that stand small in the reading versions and comments of other articles and in the pages. */
function listVocabulary(
	{ pages }: ArchiveSource,
	others: readonly ArticleSource[],
): ReadonlySet<string> {
	const texts = [
		...others.flatMap(({ reading, commentary }) => [
			...reading.paragraphs.map(({ text }) => text),
			...commentary.notes.flatMap(({ attributes }) => attributes.correction ?? []),
		]),
		...pages.flatMap(({ file }) => file?.text ?? []),
	];
	return new Set(texts.flatMap((text) => listWords(text.replace(/\p{Lu}\p{L}*/gu, ' '))));
}
