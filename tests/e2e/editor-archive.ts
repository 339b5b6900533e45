import { createHash } from 'node:crypto';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { fixtures, layArchive, makeFolder } from '../build-site.ts';

const OPEN_ARTICLES = ['6-claves-de-telegram', '7-kljucevi-telegrama'];

/** A captured text with what is hard to write into an attribute, to tell from its like and to count. */
const hardCapture = [
	'The “lock” and the "lock" and the \'lock\' & the &amp; lock {of} <b>locks</b> \\ lock.',
	'',
	'Teleграм said: «ключи не выдадим», the keys were not given, the keys 🔑 of the кеys 🔑.',
	'',
	'A cafe\u0301 in Mu\u0308nchen and a cafe\u0301 in Nizhni\u0306 the lock the lock the lock the lock the lock',
	'',
].join('\n');

/**
 * Lay a copy of the test archive with the open articles and one whose text is hard to quote; returns its folder
 * and that of its captures.
 */
export function layEditorArchive(): { content: string; captures: string } {
	const content = layArchive(fixtures.archive);
	const captures = makeFolder('captures');
	cpSync(fixtures.captures, captures, { recursive: true });
	for (const name of OPEN_ARTICLES)
		cpSync(join('content/articles', name), join(content, 'articles', name), { recursive: true });
	const used = OPEN_ARTICLES.map((name) =>
		readFileSync(join('content/articles', name, 'commentary.mdx'), 'utf8'),
	).join('');
	for (const file of ['events', 'organisations', 'outlets', 'people', 'terms']) {
		const path = join(content, `${file}.yaml`);
		const own = parse(readFileSync(path, 'utf8')) as { id: string }[];
		const others = parse(readFileSync(`content/${file}.yaml`, 'utf8')) as { id: string }[];
		const wanted = others.filter(({ id }) => file !== 'terms' || used.includes(`term="${id}"`));
		writeFileSync(path, stringify([...own, ...wanted.map(ofOpenArticles)]));
	}
	layHardArticle(content);
	return { content, captures };
}

/** Keep of an event's reports those that the copy has. */
function ofOpenArticles(entry: object): object {
	const fields = Object.entries(entry).map(([name, value]) => [
		name,
		Array.isArray(value)
			? value.filter((row: { article?: number }) => (row.article ?? 6) >= 6)
			: value,
	]);
	return Object.fromEntries(fields) as object;
}

function layHardArticle(content: string): void {
	const folder = join(content, 'articles/8-hard-words');
	cpSync(join(content, 'articles/3-library-hours'), folder, { recursive: true });
	const record = parse(readFileSync(join(content, 'articles/1-new-bridge/record.yaml'), 'utf8'));
	for (const name of readdirSync(folder)) rmSync(join(folder, name));
	const sha256 = createHash('sha256').update(hardCapture).digest('hex');
	const title = { captured: hardCapture.split('\n')[0], supplied: 'Hard words' };
	const written = { ...record, number: 8, title, events: [], people: [], organisations: [] };
	written.capture.sha256 = sha256;
	writeFileSync(join(folder, 'record.yaml'), stringify(written));
	writeFileSync(join(folder, 'capture.txt'), hardCapture);
	writeFileSync(join(folder, 'commentary.mdx'), '');
	writeFileSync(join(folder, 'reading.md'), 'One thing.\n\nAnother.\n\nA third.\n');
	writeFileSync(join(folder, 'anchors.json'), '{}');
}
