import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { computeAnchors, formatAnchors } from '../../src/edition/place-notes.ts';
import { readArticle } from '../../src/edition/read-archive.ts';
import { splitParagraphs } from '../../src/text/paragraphs.ts';
import type { Outlet } from '../../src/model/authorities.ts';
import type { Record } from '../../src/model/record.ts';
import { replaceFile } from '../replace-file.ts';
import { appendOutlet } from './choose-outlet.ts';
import { draftReading, nameFolder } from './draft-article.ts';
import type { ReadCapture } from './read-capture.ts';
import { Refusal } from './refusal.ts';

const endings = { text: 'txt', html: 'html', mhtml: 'mhtml', warc: 'warc', wacz: 'wacz' };

export type Placing = {
	folders: { content: string; captures: string };
	record: Record;
	capture: ReadCapture;
	/** The file as it came. */
	original: Uint8Array;
	added?: Outlet | undefined;
};

export type Placed = { folder: string; captureFile: string };

/** Say where an article would be put. */
export function planPlaces({
	folders,
	record,
	capture,
}: Placing): Placed & { originalFile: string } {
	const name = nameFolder(record);
	const folder = join(folders.content, 'articles', name);
	const { sha256, fileSha256, format } = capture;
	return {
		folder,
		captureFile: record.capture.distributed
			? join(folder, 'capture.txt')
			: join(folders.captures, `${name}-${sha256.slice(0, 8)}.txt`),
		// Captures lie in the folder itself, and are texts; what lies in folders of it is not looked at.
		originalFile: join(folders.captures, 'originals', `${fileSha256}.${endings[format]}`),
	};
}

/**
 * Put an article into the archive, as a whole or not at all: its folder is renamed into its place when everything
 * else is written, and what was written is taken back where something fails.
 */
export function placeArticle(placing: Placing): Placed {
	const { folders, record, capture, original, added } = placing;
	const { folder, captureFile, originalFile } = planPlaces(placing);
	const undo: (() => void)[] = [];
	const write = (path: string, bytes: Uint8Array | string) => {
		const made = mkdirSync(dirname(path), { recursive: true });
		if (made !== undefined)
			undo.push(() => {
				rmSync(made, { recursive: true, force: true });
			});
		const before = lstatSync(path, { throwIfNoEntry: false }) && readFileSync(path);
		replaceFile(path, bytes);
		undo.push(() => {
			if (before === undefined) rmSync(path, { force: true });
			else replaceFile(path, before);
		});
	};
	const temporary = join(folders.content, `.new-${process.pid}`);
	undo.push(() => {
		rmSync(temporary, { recursive: true, force: true });
	});
	try {
		const draft = join(temporary, 'article');
		write(join(draft, 'record.yaml'), formatRecord(record));
		write(join(draft, 'commentary.mdx'), '');
		write(join(draft, 'reading.md'), draftReading(capture));
		if (record.capture.distributed) write(join(draft, 'capture.txt'), capture.bytes);
		else write(captureFile, capture.bytes);
		if (!(capture.fileSha256 === capture.sha256)) write(originalFile, original);
		write(join(draft, 'anchors.json'), formatAnchors(anchorsOf(placing, temporary)));
		if (added) {
			const outlets = join(folders.content, 'outlets.yaml');
			write(outlets, appendOutlet(readFileSync(outlets, 'utf8'), added));
		}
		mkdirSync(dirname(folder), { recursive: true });
		if (existsSync(folder))
			throw new Refusal(`Article ${record.number} is there already; run the command again.`);
		renameSync(draft, folder);
	} catch (error) {
		for (const step of undo.reverse()) step();
		const { code } = error as NodeJS.ErrnoException;
		if (code !== undefined)
			throw new Refusal(`The article cannot be written, the system answers ${code}.`);
		throw error;
	}
	rmSync(temporary, { recursive: true, force: true });
	return { folder, captureFile };
}

/** Remove what commands left that were killed while they wrote. */
export function sweepLeftovers(content: string): void {
	for (const name of readdirSync(content)) {
		const pid = Number(/^\.new-(\d+)$/.exec(name)?.[1]);
		if (pid > 0 && pid !== process.pid && !isRunning(pid))
			rmSync(join(content, name), { recursive: true, force: true });
	}
}

function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code !== 'ESRCH';
	}
}

function anchorsOf({ folders, capture }: Placing, temporary: string) {
	const bytes = Buffer.from(capture.bytes);
	const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
	const file = { path: '', bytes, text, sha256: capture.sha256 };
	const source = readArticle(
		folders.content,
		join(temporary.slice(folders.content.length + 1), 'article'),
		{
			bySha256: new Map([[capture.sha256, file]]),
			faults: [],
		},
	);
	return computeAnchors(source, { ...file, origin: 'attached', paragraphs: splitParagraphs(text) });
}

/** Write a record so that readers of YAML 1.1, too, take its dates for text. */
function formatRecord(record: Record): string {
	return stringify(record, { lineWidth: 120, version: '1.1' });
}
