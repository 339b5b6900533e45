/**
 * Write anchors.json of every article whose capture is at hand. Exits with 1 where one could not be written.
 *
 *   npm run anchors [-- --check]     --check: write nothing, exit 1 where a file is not current
 */
import { join } from 'node:path';
import { formatAnchors } from '../src/edition/place-notes.ts';
import { readArchive } from '../src/edition/read-archive.ts';
import { rule as capturesFolderIsReadable } from './checks/captures-folder-is-readable.ts';
import { checkArchive } from './check-archive.ts';
import { judgeAnchors } from './evidence/anchor-refusals.ts';
import { findCaptures } from './evidence/captures-at-hand.ts';
import { formatProblems } from './format-problems.ts';
import { replaceFile } from './replace-file.ts';

const isCheck = process.argv.includes('--check');
const archive = readArchive();
const { problems } = checkArchive({ ...archive, articles: [] }, [capturesFolderIsReadable]);
if (problems.length > 0) {
	console.log(formatProblems(problems));
	process.exitCode = 1;
} else writeAll();

function writeAll(): void {
	const captures = findCaptures(archive);
	let stale = 0;
	let refused = 0;
	for (const article of archive.articles) {
		const { path, file } = article.anchors;
		const { anchors, reason, isFault } = {
			isFault: false,
			...judgeAnchors(article, captures.get(article)),
		};
		if (!anchors) {
			if (isFault) refused++;
			console.log(
				`${path}: left as it is, ${reason}${isFault ? '; run npm run check:content' : ''}.`,
			);
			continue;
		}
		const text = formatAnchors(anchors);
		if (file?.text === text) continue;
		stale++;
		if (isCheck) console.log(`${path}: not current. Run: npm run anchors`);
		else if (!write(join(archive.root, 'articles', article.name, 'anchors.json'), path, text))
			refused++;
	}
	if (refused > 0 || (isCheck && stale > 0)) process.exitCode = 1;
	else if (stale === 0) console.log('All anchors whose captures are attached are current.');
}

function write(file: string, path: string, text: string): boolean {
	try {
		replaceFile(file, text);
		console.log(`${path}: written.`);
		return true;
	} catch (error) {
		console.log(
			`${path}: not written, the system answers ${(error as NodeJS.ErrnoException).code}.`,
		);
		return false;
	}
}
