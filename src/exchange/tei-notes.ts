import type { Article, Note } from '../model/article.ts';
import {
	confidences,
	describeType,
	severities,
	typology,
	type Confidence,
} from '../model/typology.ts';
import { isShownWhole } from './revision-of.ts';
import { xml, type XmlElement } from './xml.ts';

/** A class that a note may be put into, with the id that its `ana` points to. */
export type Category = { id: string; scheme: 'type' | 'severity' | 'confidence'; text: string };

/** List the types, severities and confidences that the notes have, in the order of the typology. */
export function listCategories(notes: readonly Note[]): Category[] {
	const has = (test: (note: Note) => boolean) => notes.some(test);
	return [
		...typology
			.filter(({ id }) => has(({ type }) => type === id))
			.map(({ id }) => {
				const { label, definition } = describeType(id);
				return {
					id: categoryId('type', id),
					scheme: 'type' as const,
					text: `${label}: ${definition}`,
				};
			}),
		...severities
			.filter((severity) => has((note) => note.severity === severity))
			.map((id) => ({ id: categoryId('severity', id), scheme: 'severity' as const, text: id })),
		...confidences
			.filter((confidence) => has((note) => note.confidence === confidence))
			.map((id) => ({ id: categoryId('confidence', id), scheme: 'confidence' as const, text: id })),
	];
}

function categoryId(scheme: Category['scheme'], id: string): string {
	return `${scheme}-${id.replace('/', '-')}`;
}

/** TEI's own words for how sure the editors are. */
const certainties: { [confidence in Confidence]: string } = {
	certain: 'high',
	likely: 'medium',
	possible: 'low',
};

/** Describe the notes as annotations that stand apart from the text; nothing where there are none. */
export function describeNotes(article: Article): XmlElement | undefined {
	if (article.notes.length === 0) return undefined;
	return xml(
		'standOff',
		{},
		xml('listAnnotation', {}, ...article.notes.map((note) => describeNote(article, note))),
	);
}

function describeNote({ record, paragraphs }: Article, note: Note): XmlElement {
	const paragraph = paragraphs[note.paragraph - 1];
	const offset = note.start - (paragraph?.start ?? 0);
	const { source_language: language } = record;
	const part = (type: string, text: string | undefined, lang?: string) =>
		text === undefined
			? undefined
			: xml('note', { type, 'xml:lang': lang, 'xml:space': 'preserve' }, text);
	return xml(
		'annotation',
		{
			'xml:id': `note-${note.id}`,
			n: note.ordinal,
			motivation: `commenting classifying${note.correction === undefined ? '' : ' editing'}`,
			target: `#string-range(p${note.paragraph},${offset},${note.end - note.start})`,
			ana: [
				categoryId('type', note.type),
				categoryId('severity', note.severity),
				categoryId('confidence', note.confidence),
			]
				.map((id) => `#${id}`)
				.join(' '),
			cert: certainties[note.confidence],
			resp: '#editors',
		},
		part('explanation', note.comment, 'en'),
		isShownWhole(record) ? part('quoted', note.exact, 'en') : undefined,
		part('correction', note.correction, 'en'),
		part('original', note.original, language === 'unknown' ? 'und' : language),
		part('reading', note.reading, 'en'),
		part('term', note.term),
		part('layer', note.by, 'en'),
	);
}
