/**
 * Translate the originals of the open collection again and compare with what the archive holds.
 *
 *   npm run translate [-- --write]     --write: replace the captured texts that differ
 *
 * Needs Apertium, at the versions that each record names.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashCapture } from '../src/edition/read-captures.ts';
import { readArchive } from '../src/edition/read-archive.ts';

/** A command of a record is never handed to a shell; it has this one form. */
const COMMAND = /^apertium( -u)? ([a-z]{3}-[a-z]{3}) original\.txt$/;

if (spawnSync('apertium', ['-V']).error) {
	console.error(
		'Apertium is not installed. On Debian: apt-get install apertium apertium-eng-spa apertium-hbs-eng',
	);
	process.exit(1);
}

const { root, articles } = readArchive();
let failures = 0;
for (const { name, path, record, original, capture } of articles) {
	const command = record.value?.engine.command;
	if (command === undefined || !original) continue;
	const [, unmarked, direction] = COMMAND.exec(command) ?? [];
	if (direction === undefined) {
		report(`${path}/record.yaml: \`${command}\` is not a command that this script knows.`);
		continue;
	}
	const folder = join(root, 'articles', name);
	const options = [...(unmarked ? ['-u'] : []), direction, 'original.txt'];
	const { status, stdout, stderr } = spawnSync('apertium', options, { cwd: folder });
	if (status !== 0) report(`${path}: Apertium failed: ${stderr.toString().trim()}`);
	else if (capture && stdout.equals(capture.bytes))
		console.log(`${path}: the same, byte for byte.`);
	else if (process.argv.includes('--write')) {
		writeFileSync(join(folder, 'capture.txt'), stdout);
		console.log(`${path}: written; its SHA-256 is ${hashCapture(stdout)}.`);
	} else report(`${path}: the translation differs from capture.txt.`);
}
process.exitCode = failures > 0 ? 1 : 0;

function report(message: string): void {
	failures++;
	console.error(message);
}
