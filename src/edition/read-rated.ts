import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import {
	joinRatings,
	ratingsRowSchema,
	type RatedDocument,
	type RatingsRow,
} from '../model/ratings.ts';
import { recordSchema, type Record } from '../model/record.ts';
import { hashCapture } from './read-captures.ts';
import { readRows } from './read-rows.ts';
import { readTextFile, showPath, type FileFault, type TextFile } from './read-text-file.ts';
import { readYaml, type DataFile } from './read-yaml.ts';

/** The file by which an imported article is known; such an article has no commentary and no reading version. */
export const RATINGS_FILE = 'ratings.jsonl';

/** An imported document may be much larger than an article that somebody annotates here. */
const MAX_BYTES = 128 * 1024 * 1024;

/** A file of an imported article, or why it could not be read. */
type RatedText = { path: string; file?: TextFile | undefined; fileFault?: FileFault | undefined };

/** Everything on disk about an article that was imported with its ratings. */
export type RatedSource = {
	/** The folder's name: `7-some-words`. */
	name: string;
	/** The folder, from the content folder. */
	folder: string;
	/** The folder, from the project's root. */
	path: string;
	record: DataFile<Record>;
	ratings: DataFile<RatingsRow[]>;
	/** The translations of the segments, a line for each, and their sources. */
	capture: RatedText & { sha256?: string | undefined };
	original: RatedText;
	/** The document with its ratings, where the files fit together. */
	document?: RatedDocument | undefined;
};

/** Say whether an article's folder holds imported ratings. */
export function isRatedFolder(root: string, folder: string): boolean {
	return existsSync(join(root, folder, RATINGS_FILE));
}

/** Read the folder of an imported article, from the content folder. */
export function readRated(root: string, folder: string): RatedSource {
	const ratings = readRows(root, join(folder, RATINGS_FILE), ratingsRowSchema, MAX_BYTES);
	const capture = readText(root, join(folder, 'capture.txt'));
	const original = readText(root, join(folder, 'original.txt'));
	return {
		name: basename(folder),
		folder,
		path: showPath(join(root, folder)),
		record: readYaml(root, join(folder, 'record.yaml'), recordSchema),
		ratings,
		capture: { ...capture, sha256: capture.file && hashCapture(capture.file.bytes) },
		original,
		document:
			ratings.value && capture.file && original.file
				? joinRatings(ratings.value, capture.file.text, original.file.text)
				: undefined,
	};
}

function readText(root: string, name: string): RatedText {
	const { file, fault } = readTextFile(root, name, MAX_BYTES);
	return file ? { path: file.path, file } : { path: fault.path, fileFault: fault };
}
