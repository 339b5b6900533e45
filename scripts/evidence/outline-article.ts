import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
import { readCommentary } from '../../src/edition/read-commentary.ts';
import { readYaml, type DataFile, type Position } from '../../src/edition/read-yaml.ts';
import { textOf } from '../../src/edition/markdown.ts';
import type { NoteAttributes } from '../../src/model/note.ts';
import { recordSchema, type Record } from '../../src/model/record.ts';
import type { ArticleSequence } from '../checks/rule.ts';
import { countParagraphs } from './captures-at-hand.ts';
import { listLinks, type Link } from './links.ts';
import { listRenderingNotes, type RenderingNote } from './term-renderings.ts';
import { cut } from './show.ts';
import { listUnwrittenIn, type Unwritten } from './unwritten.ts';
import { isCommentaryRead, writtenAt, writtenNoteIds } from './written-data.ts';

/** What is kept of an article when it has been checked: all that rules ask across articles. */
export type ArticleOutline = {
	name: string;
	path: string;
	folder: string;
	record: Pick<DataFile<unknown>, 'path' | 'data' | 'fileFault' | 'locate'> & {
		value?: Pick<Record, 'number' | 'capture' | 'revisions' | 'withdrawn'> | undefined;
	};
	anchors: { value?: { paragraphs: { length: number } } | undefined };
	commentary: {
		path: string;
		/** The hash of its text; empty where there is none. */
		sha256: string;
		hasFaults: boolean;
		/** The notes that their schema accepts. */
		notes: { attributes: Pick<NoteAttributes, 'id' | 'severity' | 'confidence'> }[];
	};
	/** Whether the commentary could be read, so that what it lacks is really lacking. */
	isCommentaryRead: boolean;
	/** The ids of all notes, also of those that their schema refuses. */
	noteIds: string[];
	noteCount: number;
	/** How many paragraphs the captured text has, where that is known. */
	paragraphCount: number | undefined;
	/** The hashes of what the notes say; where it stands and how it begins is read again for a report. */
	explanations: { id: string; sha256: string; find: () => Position & { shown: string } }[];
	renderings: RenderingNote[];
	links: Link[];
	unwritten: Unwritten[];
};

/** An outline as it is kept. */
type PlainOutline = Omit<ArticleOutline, 'record' | 'explanations'> & {
	record: Omit<ArticleOutline['record'], 'locate'>;
	explanations: Omit<ArticleOutline['explanations'][number], 'find'>[];
};

/** Open the outline of an article in the content folder `root`; places are asked for where there is a fault. */
export function openOutline(written: string, root: string): ArticleOutline {
	const outline = JSON.parse(written) as PlainOutline;
	const { folder } = outline;
	const locate = (path: readonly PropertyKey[]) =>
		readYaml(root, join(folder, 'record.yaml'), recordSchema).locate(path);
	const find = (index: number) => () => {
		const { notes } = readCommentary(root, join(folder, 'commentary.mdx'));
		const note = notes.filter((one) => explanationOf(one) !== '')[index];
		return {
			...(note?.at() ?? { line: 1, column: 1 }),
			shown: note ? cut(explanationOf(note)) : '',
		};
	};
	return {
		...outline,
		record: { ...outline.record, locate },
		explanations: outline.explanations.map((one, index) => ({ ...one, find: find(index) })),
	};
}

/**
 * Take from an article what rules ask across articles, written as JSON, and let go of the rest: texts are less to
 * look after than what is in them, and a part of a text that was read would keep the whole in memory.
 */
export function outlineArticle(article: ArticleSource, archive: ArticleSequence): string {
	const { name, path, folder, record, anchors, commentary } = article;
	const { value } = record;
	const { paragraphs } = anchors.value ?? {};
	const outline: PlainOutline = {
		name,
		path,
		folder,
		record: {
			path: record.path,
			data: record.data && { number: writtenAt(record, ['number']) },
			fileFault: record.fileFault,
			value: value && {
				number: value.number,
				capture: value.capture,
				revisions: value.revisions,
				withdrawn: value.withdrawn,
			},
		},
		anchors: { value: paragraphs && { paragraphs: { length: paragraphs.length } } },
		commentary: {
			path: commentary.path,
			sha256: commentary.file ? hashCapture(commentary.file.bytes) : '',
			hasFaults: commentary.faults.length > 0,
			notes: commentary.notes.map(({ attributes: { id, severity, confidence } }) => ({
				attributes: { id, severity, confidence },
			})),
		},
		isCommentaryRead: isCommentaryRead(article),
		noteIds: writtenNoteIds(article),
		noteCount: commentary.written.filter(({ element }) => element === 'Note').length,
		paragraphCount: countParagraphs(archive, article),
		explanations: commentary.notes.flatMap((note) => {
			const text = explanationOf(note);
			return text === '' ? [] : [{ id: note.attributes.id, sha256: hash('sha256', text) }];
		}),
		renderings: listRenderingNotes(article),
		links: listLinks(article),
		unwritten: listUnwrittenIn(article),
	};
	return JSON.stringify(outline);
}

function explanationOf({ body }: ArticleSource['commentary']['notes'][number]): string {
	return body.map(textOf).join(' ');
}
