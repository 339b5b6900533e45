import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { IndexPage } from '../src/search/index-page.ts';
import { DIRECTORY_FILE } from '../src/search/open-index.ts';
import { packTexts, type PackedText } from '../src/search/pack-texts.ts';
import type { TextDirectory } from '../src/search/text-page.ts';

/** A file of texts is about as long as this, in UTF-16 units; packed it is a third of that or less. */
const FILE_LENGTH = 400_000;
/** No language that Pagefind stems: what it is given are stems. */
const NO_LANGUAGE = 'unknown';
/** Pagefind writes it before what it has packed. */
const SIGNATURE = 'pagefind_dcd';

/** Write the index of `pages` and their texts into a folder, in place of what is there. */
export async function writeIndex(pages: readonly IndexPage[], outputPath: string): Promise<void> {
	// Pagefind's files depend on the order in which pages are added.
	const sorted = pages.toSorted((a, b) => (a.url < b.url ? -1 : 1));
	await rm(outputPath, { recursive: true, force: true });
	await writeWords(sorted, outputPath);
	await writeTexts(sorted, await readPageNames(outputPath), outputPath);
	// The search shows its own texts, those of Pagefind are lists of words; and it has a page of its own.
	for (const name of await readdir(outputPath))
		if (name === 'fragment' || /^pagefind-(?!entry)/.test(name))
			await rm(join(outputPath, name), { recursive: true });
}

async function writeWords(pages: readonly IndexPage[], outputPath: string): Promise<void> {
	const { index, errors } = await createIndex({ forceLanguage: NO_LANGUAGE });
	if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
	for (const { url, html } of pages) {
		const added = await index.addHTMLFile({ url, content: html });
		if (added.errors.length > 0)
			throw new Error(`Pagefind refused ${url}: ${added.errors.join('; ')}`);
	}
	const written = await index.writeFiles({ outputPath });
	if (written.errors.length > 0)
		throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
	await close();
}

/** Read how Pagefind names each page, by its address: what a search returns is that name. */
async function readPageNames(outputPath: string): Promise<Map<string, string>> {
	const folder = join(outputPath, 'fragment');
	const names = new Map<string, string>();
	// Pagefind writes no fragments where there is no page.
	if (!existsSync(folder)) return names;
	for (const file of await readdir(folder)) {
		const text = gunzipSync(await readFile(join(folder, file))).toString('utf8');
		const { url } = JSON.parse(text.slice(SIGNATURE.length)) as { url: string };
		names.set(url, file.replace(/\.pf_fragment$/, ''));
	}
	return names;
}

async function writeTexts(
	pages: readonly IndexPage[],
	names: ReadonlyMap<string, string>,
	outputPath: string,
): Promise<void> {
	const directory: TextDirectory = { files: [], pages: {} };
	for (const part of partPages(pages)) {
		const packed: Record<string, PackedText[]> = {};
		for (const { url, texts } of part) {
			const name = names.get(url);
			if (name === undefined) throw new Error(`Pagefind has no page for ${url}.`);
			packed[name] = packTexts(texts);
			const passages = texts.reduce((sum, { sections }) => sum + sections.length, 0);
			directory.pages[name] = [directory.files.length, passages];
		}
		const bytes = pack(packed);
		const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
		directory.files.push(`texts/${hash}.packed`);
		await writeInto(join(outputPath, `texts/${hash}.packed`), bytes);
	}
	await writeInto(join(outputPath, DIRECTORY_FILE), pack(directory));
}

/** Part pages, in their order, into files of about one length, so that a large archive is not read whole. */
function partPages(pages: readonly IndexPage[]): IndexPage[][] {
	const parts: IndexPage[][] = [];
	let length = Infinity;
	for (const page of pages) {
		if (length >= FILE_LENGTH) {
			parts.push([]);
			length = 0;
		}
		parts.at(-1)?.push(page);
		length += JSON.stringify(page.texts).length;
	}
	return parts;
}

function pack(value: unknown): Buffer {
	return gzipSync(JSON.stringify(value), { level: 9 });
}

async function writeInto(path: string, bytes: Buffer): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, bytes);
}
