import type {
	ArchiveSource,
	ArticleSource,
	CaptureSource,
} from '../../src/edition/read-archive.ts';
import type { CaptureFile } from '../../src/edition/read-captures.ts';
import { splitParagraphs } from '../../src/text/paragraphs.ts';
import { writtenAt } from './written-data.ts';

/** A capture that the commentary can be checked against. */
export type CaptureAtHand = {
	capture: CaptureSource;
	/** Whether its bytes are those that the record names. */
	isRecorded: boolean;
};

/** A file resembles an article's capture when at least this part of the article's quotes stands in it. */
const MIN_RESEMBLANCE = 0.5;

const found = new WeakMap<ArchiveSource, Map<ArticleSource, CaptureAtHand>>();

/**
 * Find the capture of every article that has one at hand. A file among the captures that no record names
 * is taken for the capture of the article it resembles: quotes can then be checked although it was altered.
 */
export function findCaptures(archive: ArchiveSource): Map<ArticleSource, CaptureAtHand> {
	const known = found.get(archive);
	if (known) return known;
	const captures = new Map<ArticleSource, CaptureAtHand>();
	for (const article of archive.articles) {
		const hash = recordedHash(article);
		const attached = hash === undefined ? undefined : archive.captures.bySha256.get(hash);
		const capture = article.capture ?? (attached && captureOf(attached));
		if (capture)
			captures.set(article, { capture, isRecorded: hash === undefined || capture.sha256 === hash });
	}
	for (const { article, file } of pairBySimilarity(archive, captures))
		captures.set(article, {
			capture: captureOf(file),
			isRecorded: recordedHash(article) === undefined,
		});
	found.set(archive, captures);
	return captures;
}

/** Take the hash that an article's record names. */
export function recordedHash({ record }: ArticleSource): string | undefined {
	const hash = writtenAt(record, ['capture', 'sha256']);
	return typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) ? hash : undefined;
}

/** Say whether an article's record lets its capture be distributed; returns nothing where it does not say. */
export function isDistributed({ record }: ArticleSource): boolean | undefined {
	const distributed = writtenAt(record, ['capture', 'distributed']);
	return typeof distributed === 'boolean' ? distributed : undefined;
}

/** Count the paragraphs of an article's captured text: of the recorded capture, else as anchors.json has them. */
export function countParagraphs(
	archive: ArchiveSource,
	article: ArticleSource,
): number | undefined {
	const atHand = findCaptures(archive).get(article);
	const anchored = article.anchors.value?.paragraphs;
	return (
		atHand?.isRecorded === false
			? (anchored ?? atHand.capture.paragraphs)
			: (atHand?.capture.paragraphs ?? anchored)
	)?.length;
}

function captureOf(file: CaptureFile): CaptureSource {
	return { ...file, origin: 'attached', paragraphs: splitParagraphs(file.text) };
}

/** Pair articles that have no capture with files that no record names, the likest first. */
function pairBySimilarity(
	{ articles, captures }: ArchiveSource,
	taken: Map<ArticleSource, CaptureAtHand>,
): { article: ArticleSource; file: CaptureFile }[] {
	const recorded = new Set(articles.map(recordedHash));
	const files = [...captures.bySha256.values()].filter(({ sha256 }) => !recorded.has(sha256));
	const pairs = articles
		.filter((article) => !taken.has(article))
		.flatMap((article) =>
			files.map((file) => ({ article, file, resemblance: resemblanceOf(article, file) })),
		)
		.filter(({ resemblance }) => resemblance >= MIN_RESEMBLANCE)
		.sort((a, b) => b.resemblance - a.resemblance);
	const paired = new Set<ArticleSource | CaptureFile>();
	return pairs.filter(({ article, file }) => {
		if (paired.has(article) || paired.has(file)) return false;
		paired.add(article).add(file);
		return true;
	});
}

/** Say how much of an article a file holds: of its quotes, or, where it has none, of its paragraphs' lengths. */
function resemblanceOf(article: ArticleSource, file: CaptureFile): number {
	const { commentary, anchors } = article;
	const quotes = [
		...new Set(
			[...commentary.notes, ...commentary.quotations].map(({ attributes }) => attributes.captured),
		),
	];
	if (quotes.length > 0) return shareOf(quotes, (quote) => file.text.includes(quote));
	const lengths = anchors.value?.paragraphs.map(([start, end]) => end - start) ?? [];
	const paragraphs = lengths.length > 1 ? splitParagraphs(file.text) : [];
	return shareOf(
		lengths,
		(length, index) => Array.from(paragraphs[index]?.text ?? '').length === length,
	);
}

/** Give up once too many have failed for the share to matter. */
function shareOf<Item>(
	items: readonly Item[],
	holds: (item: Item, index: number) => boolean,
): number {
	let failed = 0;
	for (const [index, item] of items.entries()) {
		if (!holds(item, index)) failed++;
		if (failed > items.length * (1 - MIN_RESEMBLANCE)) return 0;
	}
	return items.length === 0 ? 0 : 1 - failed / items.length;
}
