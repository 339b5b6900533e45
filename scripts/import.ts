/**
 * Import a rated set: each document of each system becomes an article, its raters layers of annotation.
 *
 *   npm run import -- <format> <file>... --into <folder> [--rights <statement>]
 *
 * Everything is imported or nothing. The formats are those of src/exchange/annotated/formats.ts. For
 * web-annotation, a .txt file among the files is the text that the annotations are of. `--rights` states the
 * rights of the texts, in one of the statements of src/model/rights.ts; without it they are undetermined.
 */
import { basename, extname, join, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setFormats } from '../src/exchange/annotated/formats.ts';
import { SetBuilder } from '../src/exchange/annotated/reading.ts';
import { findRights, listRights } from '../src/model/rights.ts';
import { highestNumber, listImported, writeArticles } from './exchange/article-folder.ts';
import { digestOf, planArticle } from './exchange/plan-import.ts';
import { printRemarks, reasonOf, refuse, type FileRemark } from './exchange/print.ts';
import { readSetFile } from './exchange/read-set-file.ts';

const usage = `Usage: npm run import -- <format> <file>... --into <folder> [--rights <statement>]\nFormats: ${[...setFormats.keys()].join(', ')}`;

const { name, files, into, rights } = readArguments();
const format = setFormats.get(name) ?? refuse(`There is no format “${name}”.\n${usage}`, 2);
if (!findRights(rights))
	refuse(
		`“${rights}” is not a rights statement that the archive knows. Write one of: ${listRights().join(', ')}`,
		2,
	);

const isText = (file: string) => format.name === 'web-annotation' && extname(file) === '.txt';
const set = new SetBuilder();
const remarks: FileRemark[] = [];
try {
	const texts = files.filter(isText).map((file) => readFileSync(file, 'utf8'));
	for (const file of files.filter((one) => !isText(one))) {
		const before = set.remarks.length;
		readSetFile(set, format, file, texts);
		remarks.push(...set.remarks.slice(before).map((remark) => Object.assign(remark, { file })));
	}
} catch (error) {
	refuse(`A file cannot be read: ${reasonOf(error)}`);
}
printRemarks(remarks);
if (remarks.some(({ stops }) => stops)) refuse('Nothing was imported.');

const documents = set.documents();
if (documents.length === 0)
	refuse(`${files.join(', ')}: there is nothing in it to import as ${format.name}.`);
const folder = resolve(into);
const imported = listImported(folder);
const known =
	imported.size === 0
		? []
		: documents.flatMap((document) => imported.get(digestOf(document)) ?? []);
if (known.length > 0)
	refuse(
		`Nothing was imported: ${known.length} of ${documents.length} documents are in ${into} already, as ${known.slice(0, 10).join(', ')}${known.length > 10 ? ` and ${known.length - 10} more` : ''}. Remove those folders to import them again.`,
	);

const first = highestNumber(folder) + 1;
const facts = {
	format: format.name,
	files: files.map((file) => basename(file)),
	rights,
	date: new Date().toISOString().slice(0, 10),
};
try {
	writeArticles(folder, planArticles());
} catch (error) {
	refuse(`Nothing was imported, ${join(into, '')} cannot be written: ${reasonOf(error)}`);
}
const all = documents.flatMap(({ segments }) => segments);
const errors = all.flatMap(({ ratings }) => ratings.flatMap((rating) => rating.errors));
const count = (kind: string) => errors.filter((error) => error.kind === kind).length;
console.log(
	`${documents.length} articles, no. ${first} to ${first + documents.length - 1}, in ${into}: ${all.length} segments, ${errors.length} rows (${count('error')} errors, ${count('none')} of nothing found, ${count('check')} attention checks).`,
);
if (findRights(rights)?.mayDistribute !== true)
	console.log(
		'The rights of the texts are not known to let them be distributed: see to it before you publish a site with them.',
	);

/** Plan one article after the other, so that they are never all in memory. */
function* planArticles() {
	for (const [index, document] of documents.entries())
		yield planArticle(document, first + index, facts);
}

function readArguments() {
	try {
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				into: { type: 'string' },
				rights: { type: 'string', default: 'https://rightsstatements.org/vocab/UND/1.0/' },
			},
		});
		const [name, ...files] = positionals;
		if (name === undefined || files.length === 0 || values.into === undefined) refuse(usage, 2);
		return { name, files, into: values.into, rights: values.rights };
	} catch (error) {
		return refuse(`${reasonOf(error)}\n${usage}`, 2);
	}
}
