import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteFactsHtml, noteItemHtml, noteLemmaHtml } from '../../../src/components/note-html.ts';
import type { Note } from '../../../src/model/article.ts';
import type { Term } from '../../../src/model/authorities.ts';
import { hostileLine, SEED } from '../generators.ts';
import {
	allElements,
	attributeOf,
	elementsNamed,
	parseHtml,
	textContentOf,
	type HtmlElement,
} from '../parse-html.ts';
import { sampleNote } from '../samples.ts';

/** Words as a browser hands them on, which makes line feeds of carriage returns. */
const words = hostileLine.filter((text) => text.trim() !== '' && !/[\0\f]/.test(text));
const outline = (html: string) =>
	allElements(parseHtml(html)).map(({ tagName, attrs }: HtmlElement) => [
		tagName,
		...attrs.map(({ name }) => name),
	]);
const termOf = (source: string, language: string): Term => ({
	id: 'zamok',
	source,
	language,
	gloss: 'lock',
	renderings: [],
	right: ['block'],
	explanation: 'It is a block.',
});
const alone = {
	isMarkedInCaptured: false,
	isMarkedInReading: false,
	previous: undefined,
	next: undefined,
};

test('whatever the fields of a note hold is text, and its elements are those of any other note', () => {
	const show = (note: Note, term: Term) => {
		const context = { language: 'ru', isOriginalHeld: false, term };
		return [
			noteLemmaHtml(note),
			noteFactsHtml(note, context, { link: (path) => path }, { first: '' }),
			noteItemHtml(note, context, alone),
		].join('');
	};
	const noteOf = (exact: string, correction: string, original: string, by: string): Note => ({
		...sampleNote('lock', exact, 0),
		shown: exact,
		correction,
		original,
		by,
	});
	const plain = outline(show(noteOf('a', 'b', 'c', 'd'), termOf('e', 'ru')));
	fc.assert(
		fc.property(words, words, words, words, words, words, (a, b, c, d, e, language) => {
			fc.pre(c !== e);
			const html = show(noteOf(a, b, c, d), termOf(e, language));
			expect(outline(html)).toEqual(plain);
			const tree = parseHtml(html);
			const text = textContentOf(tree);
			for (const word of [a, b, c, d, e]) expect(text).toContain(word.replace(/\r\n?/g, '\n'));
			const languages = elementsNamed(tree, 'i').map((element) => attributeOf(element, 'lang'));
			expect(languages).toEqual(['ru', language, 'ru', language]);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

test('words that a host planted are covered, and revealed only where the page can', () => {
	const planted = { exact: 'a rude word', shown: 'a [masked] word', correction: undefined };
	expect(textContentOf(parseHtml(noteLemmaHtml(planted))).trim()).toBe('a [masked] word');
	const revealable = parseHtml(noteLemmaHtml(planted, { isRevealable: true }));
	const [cover] = elementsNamed(revealable, 'span').filter(
		(element) => attributeOf(element, 'class') === 'cover',
	);
	expect(cover && attributeOf(cover, 'role')).toBe('img');
	expect(textContentOf(revealable)).toContain('a rude word');
	// Where a site may show none of the words, it says what they are.
	const none = { exact: '', shown: '', correction: undefined };
	expect(textContentOf(parseHtml(noteLemmaHtml(none))).trim()).toBe('words of the captured text');
});

test('a minor note is folded, and its number leads to where it is marked', () => {
	const show = (severity: Note['severity'], marks: Partial<typeof alone>) =>
		parseHtml(
			noteItemHtml(
				{ ...sampleNote('lock', 'a lock', 0), severity, ordinal: 3, paragraph: 5 },
				{ language: 'ru', isOriginalHeld: false, term: undefined },
				{ ...alone, ...marks },
			),
		);
	const backs = (marks: Partial<typeof alone>) =>
		elementsNamed(show('major', marks), 'a')
			.filter((link) => attributeOf(link, 'class')?.startsWith('back'))
			.map((link) => attributeOf(link, 'href'));
	expect(elementsNamed(show('minor', {}), 'details')).toHaveLength(1);
	expect(elementsNamed(show('critical', {}), 'details')).toHaveLength(0);
	expect(backs({})).toEqual(['#p5']);
	expect(backs({ isMarkedInCaptured: true })).toEqual(['#mark-3']);
	expect(backs({ isMarkedInReading: true })).toEqual(['#read-3']);
	expect(backs({ isMarkedInCaptured: true, isMarkedInReading: true })).toEqual([
		'#mark-3',
		'#read-3',
	]);
});
