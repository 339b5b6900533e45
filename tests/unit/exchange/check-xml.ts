import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { writeFolder } from '../temporary-folder.ts';

/** Where the checkers of Debian are missing, tests pass over what they check, and say so. */
export const hasJing = spawnSync('jing').error === undefined;
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;
if (!hasJing || !hasXmllint)
	console.warn('jing or xmllint is not installed. On Debian: apt-get install jing libxml2-utils');

const pathOf = (schema: string) =>
	fileURLToPath(new URL(`../../schemas/${schema}`, import.meta.url));

/** Hold documents against a RELAX NG grammar in compact form; returns what is wrong with them, or nothing. */
export function findFaultsWithJing(schema: string, documents: readonly string[]): string {
	const { files, folder } = writeDocuments(documents);
	const { stdout } = spawnSync('jing', ['-c', pathOf(schema), ...files], { encoding: 'utf8' });
	return stdout.replaceAll(`${folder}/`, '');
}

/** Hold documents against an XML Schema; returns what is wrong with them, or nothing. */
export function findFaultsWithXmllint(schema: string, documents: readonly string[]): string {
	const { files, folder } = writeDocuments(documents);
	const { status, stderr } = spawnSync(
		'xmllint',
		['--noout', '--nonet', '--schema', pathOf(schema), ...files],
		{ encoding: 'utf8' },
	);
	return status === 0 ? '' : stderr.replaceAll(`${folder}/`, '');
}

/** Read a document and write it as xmllint understands it; throws where it is not well-formed. */
export function selectWithXmllint(document: string, xpath: string): string {
	const { files } = writeDocuments([document]);
	const { status, stdout, stderr } = spawnSync('xmllint', ['--nonet', '--xpath', xpath, ...files], {
		encoding: 'utf8',
	});
	if (status !== 0) throw new Error(stderr);
	return stdout.replace(/\n$/, '');
}

function writeDocuments(documents: readonly string[]) {
	const names = documents.map((_document, index) => `${index}.xml`);
	const folder = writeFolder(
		Object.fromEntries(documents.map((document, index) => [names[index] ?? '', document])),
	);
	return { folder, files: names.map((name) => `${folder}/${name}`) };
}
