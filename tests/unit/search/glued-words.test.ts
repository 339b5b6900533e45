import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { buildArticle } from '../../../src/edition/build-article.ts';
import { readArchive } from '../../../src/edition/read-archive.ts';
import { hashCapture } from '../../../src/edition/read-captures.ts';
import { findHits } from '../../../src/search/find-hits.ts';
import { indexPageOf, listTerms, type IndexPage } from '../../../src/search/index-page.ts';
import { sampleRecord } from '../samples.ts';
import { writeSmallArchive } from '../small-archive.ts';
import { indexOf } from './samples.ts';

/** Words that are like no other, so that two of them in one are seen. */
const syllables = [
	'bra',
	'lom',
	'vik',
	'dru',
	'gap',
	'zet',
	'fol',
	'nub',
	'kri',
	'pom',
	'tas',
	'gle',
	'hud',
];
const words: string[] = [];
function newWord(): string {
	const at = words.length;
	const [a, b, c] = [at % 13, Math.floor(at / 13), (at * 7) % 13];
	const word = `${syllables[a]}${syllables[b]}${syllables[c]}ok`;
	words.push(word);
	return word;
}

/** What stands between two words of a text without a space. */
const joints = [
	...['—', '–', '‒', '―', '-', '‑', '−', '/', '\\', '|', '…', '...', ',', ';', ':', '.'],
	...['’', '‘', "'", '“', '”', '«', '»', '"', '(', ')', '·', '•', '&', '=', '+', '→', '©', '🔑'],
	...['\t', '\u00A0', '\u202F', '\u2009', '\u3000', '\u202E', '\u200F', '\uFFFC'],
	...['¹', '²³', '⁴⁵', '[1]', '[12]', '(1)', '*', '†', '‡', '§', '_', '°'],
];
const joined = joints.map((joint) => `${newWord()}${joint}${newWord()}`);
const marked = ['¹', '²', '¹²', '[1]', '*', '†', '…', '—', '’'].map((mark) => newWord() + mark);
/** Of one word however it is written: what may stand within it is not seen. */
const whole = ['\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF'].map((joint) => {
	const word = newWord();
	return word.slice(0, 4) + joint + word.slice(4);
});
const w = newWord;

/** All that Markdown puts side by side in a note. */
const comment = `${w()}
${w()}

${w()}[^1]${w()} ${w()}.[^2]

- ${w()}
- ${w()}
  - ${w()}
- ${w()}

1. ${w()}
2. ${w()}

| ${w()} | ${w()} |
| ------ | ------ |
| ${w()} | ${w()} |
|${w()}|${w()}|

${w()}\\
${w()}  
${w()}

**${w()}**—*${w()}*/~~${w()}~~, [${w()}](/about/)·\`${w()}\`

> ${w()}

> ${w()}
${w()}

# ${w()}

${w()}
===

${w()}

---

[^1]: ${w()}
[^2]: ${w()}

    ${w()}
`;

/** Lay an archive of one article that holds all of this, and read it as any other. */
function readGluedArticle(inNote = comment): IndexPage | undefined {
	const paragraphs = [...joined, ...marked, ...whole];
	const capture = paragraphs.join('\n\n');
	const folder = 'content/articles/7-watchdog';
	const folders = writeSmallArchive({
		[`${folder}/record.yaml`]: stringify({
			...sampleRecord,
			capture: { ...sampleRecord.capture, sha256: hashCapture(Buffer.from(capture)) },
		}),
		[`${folder}/reading.md`]: paragraphs.map((_, at) => `Rendering ${at}.\n`).join('\n'),
		[`${folder}/commentary.mdx`]: `<Note id="all" p={1} captured="${paragraphs[0]}" type="style/awkward" severity="minor" confidence="likely" by="first reading">\n${inNote}</Note>\n`,
		'captures/any name': capture,
	});
	const [source] = readArchive(folders).articles;
	const article = source && buildArticle(source);
	return article && indexPageOf(article);
}

test('every word is found, whatever stands between it and the next', async () => {
	const index = indexOf(readGluedArticle()?.texts ?? []);
	expect(words.length).toBeGreaterThan(140);
	expect(new Set(words).size).toBe(words.length);
	for (const word of words)
		for (const query of [word, `"${word}"`]) {
			const { groups } = await findHits(index, query);
			const found = groups.flatMap(({ hits }) => hits.map((hit) => hit.found.join()));
			// A soft hyphen in it is no letter.
			const plain = found.map((text) => text.replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, ''));
			expect(new Set(plain), query).toEqual(new Set([word]));
		}
});

test('no term of the index is of two words, or of half of one', () => {
	const sections = readGluedArticle()?.texts.flatMap((text) => text.sections) ?? [];
	const terms = listTerms(sections.flatMap(({ texts }) => texts));
	for (const term of terms)
		expect(words.filter((word) => term.includes(word)).length, term).toBeLessThanOrEqual(1);
	for (const word of words) expect(terms, word).toContain(word);
	for (const text of whole) expect(terms).not.toContain(text.slice(0, 4));
});

test('what an indexer of pages would pass over, such as a footer, no note can hold', () => {
	for (const name of ['footer', 'nav', 'form', 'label', 'aside'])
		expect(readGluedArticle(`<${name}>\n\nword\n\n</${name}>\n`), name).toBeUndefined();
	expect(readGluedArticle('word\n')).toBeDefined();
});
