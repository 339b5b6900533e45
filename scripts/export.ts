/**
 * Export articles with their notes or ratings in a format of other tools, and say what it cannot hold.
 *
 *   npm run export -- <format> [--from <folder>] --out <file>
 *
 * `--from` is a folder of articles, content/articles where nothing is said. Texts that may not be distributed,
 * and those that are not at hand, are left out and told.
 */
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFormats } from '../src/exchange/annotated/formats.ts';
import { LossCounter } from '../src/exchange/annotated/reading.ts';
import { printLosses, reasonOf, refuse } from './exchange/print.ts';
import { readDocuments } from './exchange/read-documents.ts';

const usage = `Usage: npm run export -- <format> [--from <folder>] --out <file>\nFormats: ${[...setFormats.keys()].join(', ')}`;

const { name, from, out } = readArguments();
const format = setFormats.get(name) ?? refuse(`There is no format “${name}”.\n${usage}`, 2);
try {
	const { documents, withheld } = readDocuments(from);
	const losses = new LossCounter();
	const temporary = `${out}.${process.pid}.tmp`;
	const descriptor = openSync(temporary, 'wx');
	try {
		format.write(
			documents.map(({ document }) => document),
			losses,
			(part) => writeSync(descriptor, part),
		);
		closeSync(descriptor);
		renameSync(temporary, out);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
	const segments = documents.reduce((sum, { document }) => sum + document.segments.length, 0);
	console.log(
		`${documents.length} documents with ${segments} segments in ${out}, as ${format.title}.`,
	);
	printLosses([...withheld, ...losses.list()], format.name);
} catch (error) {
	refuse(reasonOf(error));
}

function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: { from: { type: 'string' }, out: { type: 'string' } },
		});
		const [name, ...others] = positionals;
		if (name === undefined || others.length > 0 || values.out === undefined) refuse(usage, 2);
		return { name, from: values.from, out: values.out };
	} catch (error) {
		return refuse(`${reasonOf(error)}\n${usage}`, 2);
	}
}
