import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateCorpus } from '../../../scripts/bench/generate-corpus.ts';
import { makeVocabulary } from '../../../scripts/bench/vocabulary.ts';
import { checkArchive } from '../../../scripts/check-archive.ts';
import { rules } from '../../../scripts/checks/rules.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { writeFolder } from '../temporary-folder.ts';

const ARTICLES = 30;

function generate(count: number, seed?: number): string {
	const folder = writeFolder({});
	generateCorpus(folder, count, seed);
	return folder;
}

/** Hash the names and bytes of all files under a folder. */
function hashOf(folder: string): string {
	const hash = createHash('sha256');
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
		if (/\.\w+$/.test(path)) hash.update(path).update(readFileSync(join(folder, path)));
	return hash.digest('hex');
}

const read = (content: string) => readArchive({ content, captures: join(content, 'captures') });

test('the same seed makes the same bytes, and another makes others', () => {
	const first = hashOf(generate(3, 7));
	expect(hashOf(generate(3, 7))).toBe(first);
	expect(hashOf(generate(3, 8))).not.toBe(first);
});

test('the content check finds no fault in what is generated', () => {
	const { problems, failures } = checkArchive(read(generate(ARTICLES)), rules);
	expect({ problems, failures }).toEqual({ problems: [], failures: [] });
});

test('an article has 450 captured words, and 12 notes with prose or no commentary at all', () => {
	const { articles } = read(generate(ARTICLES));
	expect(articles).toHaveLength(ARTICLES);
	const counts = articles.map(({ capture, commentary }) => {
		expect(capture?.text.match(/\S+/g)).toHaveLength(450);
		for (const { body } of commentary.notes)
			expect(JSON.stringify(body).length).toBeGreaterThan(200);
		expect(commentary.prose).toEqual([]);
		return commentary.notes.length;
	});
	const [without, withNotes] = [0, 12].map((count) => counts.filter((one) => one === count).length);
	expect([without, withNotes]).toEqual([expect.any(Number), ARTICLES - (without ?? 0)]);
	expect(without).toBeGreaterThan(0);
	expect(withNotes).toBeGreaterThan(ARTICLES / 2);
});

test('the words are Latin and Cyrillic, at least 60,000, each once', () => {
	const latin = makeVocabulary(seeded(1), 'latin', 44_000).words;
	const cyrillic = makeVocabulary(seeded(1), 'cyrillic', 20_000).words;
	expect(new Set([...latin, ...cyrillic]).size).toBe(64_000);
	expect(latin.every((word) => /^\p{Script=Latin}+$/u.test(word))).toBe(true);
	expect(cyrillic.every((word) => /^\p{Script=Cyrillic}+$/u.test(word))).toBe(true);
});

test('a word is met as seldom as its place in the list is late', () => {
	const { words, next } = makeVocabulary(seeded(1), 'latin', 44_000);
	const counts = new Map<string, number>();
	const drawn = 200_000;
	for (let left = drawn; left > 0; left--) {
		const word = next();
		counts.set(word, (counts.get(word) ?? 0) + 1);
	}
	const met = (from: number, to: number) =>
		words.slice(from, to).reduce((sum, word) => sum + (counts.get(word) ?? 0), 0);
	// Ten times as many ranks, ten times as late, are met about as often.
	const decades = [met(10, 100), met(100, 1000), met(1000, 10_000)];
	for (const decade of decades) {
		expect(decade / drawn).toBeGreaterThan(0.15);
		expect(decade / drawn).toBeLessThan(0.35);
	}
	expect(met(0, 1)).toBeGreaterThan(5 * met(20, 21));
	expect(counts.size).toBeLessThan(words.length);
});
