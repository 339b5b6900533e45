import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import type { CaptureFile } from '../../src/edition/read-captures.ts';
import type { ArticleSequence } from '../checks/rule.ts';
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

type Articles = Pick<ArticleSequence, 'captures' | 'articles'>;

/** Find the captures of all articles that have one at hand. */
export function findCaptures(archive: Articles): Map<ArticleSource, CaptureAtHand> {
	return new Map(
		[...archive.articles].flatMap((article) => {
			const atHand = findCapture(archive, article);
			return atHand ? [[article, atHand] as const] : [];
		}),
	);
}

const found = new WeakMap<
	Articles,
	WeakMap<ArticleSource, { atHand: CaptureAtHand | undefined }>
>();

/**
 * Find the capture of an article, where it is at hand. A file among the captures that no record names is
 * taken for the capture of the article it resembles: quotes can then be checked although it was altered.
 */
export function findCapture(archive: Articles, article: ArticleSource): CaptureAtHand | undefined {
	const known = found.get(archive) ?? new WeakMap();
	found.set(archive, known);
	const { atHand } = known.get(article) ?? { atHand: lookForCapture(archive, article) };
	known.set(article, { atHand });
	return atHand;
}

function lookForCapture(archive: Articles, article: ArticleSource): CaptureAtHand | undefined {
	const hash = recordedHash(article);
	const own = ownCapture(archive, article);
	if (own) return { capture: own, isRecorded: hash === undefined || own.sha256 === hash };
	const like = pairBySimilarity(archive).get(article.path);
	return like && { capture: captureOf(like), isRecorded: hash === undefined };
}

/** Take the capture beside an article, or the one that its record names. */
function ownCapture({ captures }: Articles, article: ArticleSource): CaptureSource | undefined {
	const hash = recordedHash(article);
	const attached = hash === undefined ? undefined : captures.bySha256.get(hash);
	return article.capture ?? (attached && captureOf(attached));
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
export function countParagraphs(archive: Articles, article: ArticleSource): number | undefined {
	const atHand = findCapture(archive, article);
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

const paired = new WeakMap<Articles, Map<string, CaptureFile>>();

/** Pair articles that have no capture, by their paths, with files that no record names, the likest first. */
function pairBySimilarity(archive: Articles): Map<string, CaptureFile> {
	const pairs = paired.get(archive) ?? listPairs(archive);
	paired.set(archive, pairs);
	return pairs;
}

function listPairs(archive: Articles): Map<string, CaptureFile> {
	const pairs = new Map<string, CaptureFile>();
	if (archive.captures.bySha256.size === 0) return pairs;
	const recorded = new Set<string | undefined>();
	for (const article of archive.articles) recorded.add(recordedHash(article));
	const files = [...archive.captures.bySha256.values()].filter(
		({ sha256 }) => !recorded.has(sha256),
	);
	if (files.length === 0) return pairs;
	const likes: { path: string; file: CaptureFile; resemblance: number }[] = [];
	for (const article of archive.articles) {
		if (ownCapture(archive, article)) continue;
		for (const file of files) {
			const resemblance = resemblanceOf(article, file);
			if (resemblance >= MIN_RESEMBLANCE) likes.push({ path: article.path, file, resemblance });
		}
	}
	const taken = new Set<CaptureFile>();
	for (const { path, file } of likes.sort((a, b) => b.resemblance - a.resemblance)) {
		if (pairs.has(path) || taken.has(file)) continue;
		pairs.set(path, file);
		taken.add(file);
	}
	return pairs;
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
