/**
 * Write into terms.yaml, as the `renderings` of every term, the captured words of the notes that name it;
 * nothing else in the file changes. Exits with 1 where it could not be written.
 *
 *   npm run terms
 */
import { join } from 'node:path';
import { readArchive } from '../src/edition/read-archive.ts';
import { listRenderings, replaceRenderings } from './evidence/term-renderings.ts';
import { replaceFile } from './replace-file.ts';

const archive = readArchive();
const { path, file } = archive.terms;
const renderings = listRenderings(archive);
const text = file && renderings && replaceRenderings(file.text, renderings);

if (text === undefined) {
	const fault = renderings ? 'it cannot be read' : 'a commentary cannot be read';
	console.log(`${path}: left as it is, ${fault}; run npm run check:content.`);
	process.exitCode = 1;
} else if (text === file?.text) console.log(`${path}: the renderings of every term are current.`);
else write(text);

function write(changed: string): void {
	try {
		replaceFile(join(archive.root, 'terms.yaml'), changed);
		console.log(`${path}: written.`);
	} catch (error) {
		console.log(
			`${path}: not written, the system answers ${(error as NodeJS.ErrnoException).code}.`,
		);
		process.exitCode = 1;
	}
}
