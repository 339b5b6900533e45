import { hash } from 'node:crypto';
import { join } from 'node:path';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
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
	/** What the notes say: the hash of all and the beginning, for a report. */
	explanations: (Position & { id: string; sha256: string; shown: string })[];
	renderings: RenderingNote[];
	links: Link[];
	unwritten: Unwritten[];
};

/** An outline as plain data, which one thread can hand to another. */
export type PlainOutline = Omit<ArticleOutline, 'record'> & {
	record: Omit<ArticleOutline['record'], 'locate'>;
};

/** Let an outline find places in the record of its article, in the content folder `root`. */
export function withPlaces(outline: PlainOutline, root: string): ArticleOutline {
	const name = join(outline.folder, 'record.yaml');
	// Places are asked for where there is a fault, and few articles have one.
	const locate = (path: readonly PropertyKey[]) => readYaml(root, name, recordSchema).locate(path);
	return { ...outline, record: { ...outline.record, locate } };
}

/** Take from an article what rules ask across articles, and let go of the rest. */
export function outlineArticle(article: ArticleSource, archive: ArticleSequence): PlainOutline {
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
		explanations: commentary.notes.flatMap(({ attributes: { id }, body, at }) => {
			const text = body.map(textOf).join(' ');
			return text === '' ? [] : [{ id, sha256: hash('sha256', text), shown: cut(text), ...at() }];
		}),
		renderings: listRenderingNotes(article),
		links: listLinks(article),
		unwritten: listUnwrittenIn(article),
	};
	// A part of a text would keep the whole text in memory; a copy does not.
	return JSON.parse(JSON.stringify(outline)) as PlainOutline;
}
