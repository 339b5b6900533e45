import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import jsonld from 'jsonld';
import { SaxesParser } from 'saxes';
import { writeFolder } from '../temporary-folder.ts';

/** Independent readers of what the archive writes; none reaches the network. */

export const schemas = join(import.meta.dirname, '../../schemas');

const contexts: { [address: string]: () => string } = {
	'http://www.w3.org/ns/anno.jsonld': () =>
		readFileSync(join(schemas, 'web-annotation/anno.jsonld'), 'utf8'),
	'https://w3id.org/ro/crate/1.2/context': () =>
		gunzipSync(readFileSync(join(schemas, 'ro-crate/context-1.2.jsonld.gz'))).toString('utf8'),
};

/** Expand JSON-LD; what the context does not define, and a context that is not held, is an error. */
export async function expandSafely(document: object): Promise<jsonld.NodeObject[]> {
	const options = {
		safe: true,
		base: 'https://base.example/',
		documentLoader: (address: string) => {
			const read = contexts[address];
			if (!read) throw new Error(`No context ${address} is held.`);
			return Promise.resolve({
				contextUrl: undefined,
				documentUrl: address,
				document: JSON.parse(read()) as object,
			});
		},
	};
	return (await jsonld.expand(document as jsonld.JsonLdDocument, options as never)) as never;
}

/** Read a JSON schema that is kept beside the tests, gzipped or not; its own address is taken off. */
export function readSchema(path: string): { [key: string]: unknown } {
	const bytes = readFileSync(join(schemas, path));
	const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
	const { $schema: _draft, ...schema } = JSON.parse(text) as { [key: string]: unknown };
	return schema;
}

export const hasJing = spawnSync('jing', []).error === undefined;
export const hasXmllint = spawnSync('xmllint', ['--version']).error === undefined;

/** Validate documents by a RELAX NG schema, compact or not; the faults that jing tells, each a line. */
export function findRelaxNgFaults(schema: string, documents: readonly string[]): string[] {
	const folder = writeFolder(
		Object.fromEntries(documents.map((document, index) => [`${index}.xml`, document])),
	);
	const { stdout } = spawnSync(
		'jing',
		[
			...(schema.endsWith('.rnc') ? ['-c'] : []),
			schema,
			...documents.map((_, index) => join(folder, `${index}.xml`)),
		],
		{ encoding: 'utf8', env: { ...process.env, JAVA_TOOL_OPTIONS: '' } },
	);
	return stdout.split('\n').filter((line) => line !== '');
}

/** An element as a strict XML parser reads it: its text is everything below it. */
export type ReadElement = { name: string; attributes: { [name: string]: string }; text: string };

/** Read an XML document, in the order of its opening tags. Throws where it is not well-formed. */
export function readXml(document: string): ReadElement[] {
	const elements: ReadElement[] = [];
	const open: ReadElement[] = [];
	const parser = new SaxesParser({ xmlns: false });
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name, attributes }) => {
		const element = { name, attributes, text: '' };
		elements.push(element);
		open.push(element);
	});
	parser.on('text', (text) => {
		for (const element of open) element.text += text;
	});
	parser.on('closetag', () => {
		open.pop();
	});
	parser.write(document).close();
	return elements;
}
