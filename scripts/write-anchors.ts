/**
 * Write anchors.json of every article whose capture is at hand.
 *
 *   npm run anchors [-- --check]     --check: write nothing, exit 1 where a file is not current
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeAnchors, formatAnchors } from '../src/edition/place-notes.ts';
import { readArchive } from '../src/edition/read-archive.ts';

const isCheck = process.argv.includes('--check');
const { root, articles } = readArchive();
let stale = 0;
for (const article of articles) {
	const path = join(article.path, 'anchors.json');
	if (!article.capture) {
		console.log(`${path}: left as it is, its capture is not attached.`);
		continue;
	}
	const file = join(root, 'articles', article.name, 'anchors.json');
	const anchors = formatAnchors(computeAnchors(article, article.capture));
	if (article.anchors.file?.text === anchors) continue;
	stale++;
	if (isCheck) console.log(`${path}: not current. Run: npm run anchors`);
	else {
		writeFileSync(file, anchors);
		console.log(`${path}: written.`);
	}
}
if (isCheck && stale > 0) process.exitCode = 1;
else if (stale === 0) console.log('All anchors whose captures are attached are current.');
