import { createHash, hash } from 'node:crypto';
import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article, KeptArticle } from '../model/article.ts';
import { buildOrRefuse, digestOf, digestOfFiles } from './build-article.ts';
import {
	listArticleFolders,
	readArticle,
	type ArticleSource,
	type ContentFolders,
} from './read-archive.ts';
import { readCaptures, type CaptureFolder } from './read-captures.ts';
import { isRatedFolder } from './read-rated.ts';

/** What makes an article out of its files; another state of it may make another article of them. */
const MAKERS = ['src/edition', 'src/model', 'src/text', 'package-lock.json'];

/** The file of an article in the folder of a keep: its digest and that of its makers. */
const KEPT_FILE = /^[0-9a-f]{16}-[0-9a-f]{16}\.json$/;

/** A place where finished articles are kept from one build to the next, by all that they are made of. */
export type ArticleKeep = {
	/** Open every article that is not withdrawn, by number; none of those that were imported with their ratings. */
	openAll: () => Article[];
	/**
	 * Open an article from its folder, which counts from the content folder; it is parsed only where it is not
	 * kept. Throws where it is not fit to be published.
	 */
	open: (folder: string) => { withdrawn: ArticleSource } | (KeptArticle & { article: Article });
	/** Keep an article that was made of files read already. Throws where it is withdrawn. */
	add: (source: ArticleSource, article: Article) => KeptArticle;
	/** Hash the files of an article or of a frozen revision: see `digestOf`. */
	digest: (folder: string) => string;
	/** Forget every article but those that some files keep. */
	forgetOthers: (kept: readonly string[]) => void;
};

/** Name the folder that keeps the articles of an archive; another archive, such as a test's, has another. */
export function keepFolderOf({ content }: ContentFolders): string {
	return join('node_modules/.cache/calque-articles', content.replace(/\W+/g, '-'));
}

/**
 * Open a keep in `folder`, for the articles of an archive. What is damaged there is made again, and so is what
 * other code made.
 */
export function openKeep(
	{ content, captures: capturesPath }: ContentFolders,
	folder: string,
): ArticleKeep {
	const captures = readCaptures(capturesPath);
	const makers = hashMakers();
	mkdirSync(folder, { recursive: true });
	const fileOf = (digest: string) => resolve(folder, `${digest}-${makers}.json`);
	const keep: ArticleKeep = {
		openAll: () =>
			listArticleFolders(content)
				.map((name) => join('articles', name))
				.filter((name) => !isRatedFolder(content, name))
				.flatMap((name) => {
					const one = keep.open(name);
					return 'withdrawn' in one ? [] : [one.article];
				})
				.sort((a, b) => a.number - b.number),
		open: (name) => {
			const files = readFiles(content, name, captures);
			const digest = digestOfFiles(files.bytes);
			const kept = fileOf(digest);
			let article = readKept(kept, digest);
			if (!article) {
				const source = readArticle(content, name, captures);
				if (source.record.value?.withdrawn) return { withdrawn: source };
				const text = JSON.stringify({ digest, article: buildOrRefuse(source) });
				writeWhole(kept, text);
				// What was made a moment ago is to be no other value than what was kept.
				article = parseKept(text, digest);
				if (!article) throw new Error(`${name} could not be kept.`);
			}
			const { captureFile, originalHash } = files;
			const facts = { folder: name, kept, digest, captureFile, originalHash };
			return { article, ...describe(article), ...facts };
		},
		add: (source, article) => {
			const { record, capture, original } = source;
			if (record.value?.withdrawn)
				throw new Error(`${source.path} is withdrawn and cannot be kept.`);
			const digest = digestOf(source);
			const kept = fileOf(digest);
			if (!existsSync(kept)) writeWhole(kept, JSON.stringify({ digest, article }));
			return {
				...describe(article),
				folder: source.folder,
				kept,
				digest,
				captureFile: capture?.origin === 'attached' ? resolve(capture.path) : undefined,
				originalHash: original && hashBytes(original.bytes),
			};
		},
		digest: (name) => digestOfFiles(readFiles(content, name, captures).bytes),
		forgetOthers: (files) => {
			const kept = new Set(files);
			for (const name of readdirSync(folder))
				if (KEPT_FILE.test(name) && !kept.has(resolve(folder, name)))
					rmSync(join(folder, name), { force: true });
		},
	};
	return keep;
}

function describe({ number, record, notes }: Article) {
	return {
		number,
		suppliedTitle: record.title.supplied,
		originalUrl: record.original.url,
		revisionNumbers: record.revisions.map((revision) => revision.number),
		noteIds: notes.map(({ id }) => id),
		renderings: notes.flatMap(({ term, exact }): [string, string][] =>
			term === undefined ? [] : [[term, exact.trim()]],
		),
	};
}

/** Write a file whole or not at all: another build may be reading. */
export function writeWhole(file: string, text: string): void {
	writeFileSync(`${file}.${process.pid}`, text);
	renameSync(`${file}.${process.pid}`, file);
}

/** Read a kept article; nothing where there is none, or none that is whole. */
export function readKept(file: string, digest: string): Article | undefined {
	try {
		return parseKept(readFileSync(file, 'utf8'), digest);
	} catch {
		return undefined;
	}
}

function parseKept(text: string, digest: string): Article | undefined {
	const kept = JSON.parse(text) as { digest: string; article: Article };
	return kept.digest === digest ? kept.article : undefined;
}

/** Read the bytes of all that an article is made of, in the order of its digest. */
function readFiles(root: string, folder: string, captures: CaptureFolder) {
	const read = (name: string): Buffer | undefined => {
		try {
			return readFileSync(join(root, folder, name));
		} catch {
			return undefined;
		}
	};
	const record = read('record.yaml');
	const beside = read('capture.txt');
	const original = read('original.txt');
	const [, sha256 = ''] =
		/\bsha256: *["']?([0-9a-f]{64})\b/.exec(record?.toString('utf8') ?? '') ?? [];
	const attached = beside ? undefined : captures.bySha256.get(sha256);
	return {
		bytes: [
			record,
			read('commentary.mdx'),
			read('reading.md'),
			read('anchors.json'),
			beside ?? attached?.bytes,
			original,
			read('readings.jsonl'),
			read('decisions.yaml'),
		],
		captureFile: attached && resolve(attached.path),
		originalHash: original && hashBytes(original),
	};
}

function hashBytes(bytes: Uint8Array): string {
	return hash('sha256', bytes);
}

/** Hash the code that makes articles; 16 hexadecimal digits. */
function hashMakers(): string {
	const hash = createHash('sha256');
	const files = MAKERS.flatMap((place) =>
		place.endsWith('.json')
			? place
			: readdirSync(place, { recursive: true, encoding: 'utf8' })
					.filter((name) => name.endsWith('.ts'))
					.sort()
					.map((name) => join(place, name)),
	);
	for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
	return hash.digest('hex').slice(0, 16);
}
