import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A note as its article's commentary has it. */
export type SourceNote = { id: string; paragraph: number; captured: string; isMasked: boolean };

/**
 * Read the notes of an article as they are written, by other means than the site's own. Throws where an
 * element cannot be read, so that none is passed over.
 */
export function readSourceNotes(articles: string, number: number): SourceNote[] {
	const folder = readdirSync(articles).find((name) => name.startsWith(`${number}-`)) ?? '';
	const source = readFileSync(join(articles, folder, 'commentary.mdx'), 'utf8');
	const written = source.match(/<Note\s(?:"[^"]*"|'[^']*'|[^>"'])*>/g) ?? [];
	if (written.length !== source.split('<Note').length - 1)
		throw new Error(`Not every note of article ${number} can be read.`);
	return written.map((element) => ({
		id: attributeOf(element, 'id'),
		paragraph: Number(/\sp=\{(\d+)\}/.exec(element)?.[1]),
		captured: attributeOf(element, 'captured'),
		isMasked: /\smasked[\s>]/.test(element.replace(/"[^"]*"|'[^']*'/g, '')),
	}));
}

function attributeOf(element: string, name: string): string {
	const match = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(element);
	const value = match?.[1] ?? match?.[2];
	if (value === undefined) throw new Error(`A note has no ${name}: ${element}`);
	return value
		.replaceAll('&quot;', '"')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&');
}
