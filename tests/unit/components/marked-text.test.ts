import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markedTextHtml, type Mark } from '../../../src/components/marked-text.ts';
import { dimensions, severities, type Dimension } from '../../../src/model/typology.ts';
import { widenToWords } from '../../../src/text/whole-words.ts';
import { hostileText, relationOf, repetitiveText, SEED, textWithPlaces } from '../generators.ts';
import {
	allElements,
	attributeOf,
	elementsNamed,
	parseHtml,
	runsOf,
	textContentOf,
} from '../parse-html.ts';

const kinds = fc.record({
	severity: fc.constantFrom(...severities),
	family: fc.constantFrom(...(Object.keys(dimensions) as Dimension[])),
});

/** Text with up to six marks, one of which, `masked`, is told from the others by its class. */
const markedText = fc
	.tuple(
		textWithPlaces(fc.oneof(hostileText, repetitiveText), 6),
		fc.array(kinds, { minLength: 6, maxLength: 6 }),
		fc.nat(5),
	)
	.map(([{ text, places }, kindsOfMarks, chosen]) => {
		const marks = places.map((place, index): Mark => {
			const kind = kindsOfMarks[index] ?? { severity: 'minor', family: 'style' };
			const isMasked = index === chosen % places.length;
			return { id: `n${index}`, ordinal: index + 1, ...kind, isMasked, ...place };
		});
		return { text, marks };
	});

/** The class that a reader's browser gives the mark its look by. */
const classOf = (mark: Mark) =>
	[mark.severity, mark.family, mark.isMasked && 'masked'].filter(Boolean).join(' ');

test('marked text reads back byte for byte, with every mark over its words and one link to its note', () => {
	const relations = { apart: 0, adjacent: 0, nested: 0, crossing: 0, identical: 0 };
	fc.assert(
		fc.property(markedText, ({ text, marks }) => {
			for (const [index, mark] of marks.entries())
				for (const other of marks.slice(index + 1)) relations[relationOf(mark, other)]++;

			const parsed = parseHtml(markedTextHtml(text, marks, 'mark'));
			expect(Buffer.from(textContentOf(parsed)).equals(Buffer.from(text))).toBe(true);

			let at = 0;
			let masked = '';
			const linked = new Map<string, number[]>();
			for (const run of runsOf(parsed)) {
				if (run.kind === 'link') {
					linked.set(run.href, [...(linked.get(run.href) ?? []), at]);
					expect(run.around).toEqual([]);
					continue;
				}
				const classes = run.around
					.filter((element) => element.tagName === 'mark')
					.map((element) => attributeOf(element, 'class'));
				const end = at + run.text.length;
				const covering = marks.filter((mark) => mark.startCodeUnit < end && at < mark.endCodeUnit);
				expect(classes.toSorted()).toEqual(covering.map(classOf).toSorted());
				if (classes.some((name) => name?.endsWith(' masked'))) masked += run.text;
				at = end;
			}
			// One link for each mark, where its last word ends.
			expect(linked).toEqual(
				new Map(
					widenToWords(text, marks).map(({ id, endCodeUnit }) => [`#note-${id}`, [endCodeUnit]]),
				),
			);
			for (const mark of marks.filter(({ isMasked }) => isMasked))
				expect(masked).toBe(text.slice(mark.startCodeUnit, mark.endCodeUnit));
		}),
		{ seed: SEED, numRuns: 10_000 },
	);
	// Marks lay to each other in every way there is, and often.
	expect(Math.min(...Object.values(relations))).toBeGreaterThan(1_000);
});

test('nothing in a text becomes an element or an attribute', () => {
	fc.assert(
		fc.property(markedText, ({ text, marks }) => {
			for (const element of allElements(parseHtml(markedTextHtml(text, marks, 'mark')))) {
				expect(['mark', 'a', 'span']).toContain(element.tagName);
				for (const { name } of element.attrs)
					expect(name).toMatch(/^(?:class|id|href|role|aria-label|data-(?:n|character))$/);
			}
		}),
		{ seed: SEED, numRuns: 1_000 },
	);
});

const mark = (
	id: string,
	startCodeUnit: number,
	endCodeUnit: number,
	rest: Partial<Mark> = {},
) => ({
	id,
	ordinal: 1,
	severity: 'major' as const,
	family: 'style' as const,
	isMasked: false,
	startCodeUnit,
	endCodeUnit,
	...rest,
});

const linksOf = (html: string) => elementsNamed(parseHtml(html), 'a');

test('a link to a note is named by the number of the note, and says when it is more than minor', () => {
	const marks = [
		mark('one', 0, 2, { ordinal: 3 }),
		mark('two', 2, 3, { ordinal: 4, severity: 'critical' }),
		mark('three', 3, 4, { ordinal: 5, severity: 'minor' }),
	];
	const links = linksOf(markedTextHtml('abcd', marks, 'mark'));
	expect(links.map((link) => attributeOf(link, 'aria-label'))).toEqual([
		'Note 3, major',
		'Note 4, critical',
		'Note 5',
	]);
	expect(links.map((link) => attributeOf(link, 'data-n'))).toEqual(['3', '4', '5']);
	expect(links.map(textContentOf)).toEqual(['', '', '']);
});

test('two layers of one paragraph share no id', () => {
	const idsIn = (prefix: string) =>
		linksOf(markedTextHtml('abcd', [mark('one', 0, 2)], prefix)).map((link) =>
			attributeOf(link, 'id'),
		);
	expect(idsIn('mark')).toEqual(['mark-1']);
	expect(idsIn('read')).toEqual(['read-1']);
});

test('the mark that begins first is around the others', () => {
	const marks = [mark('inner', 1, 2, { severity: 'minor' }), mark('outer', 0, 4)];
	const [, run] = runsOf(parseHtml(markedTextHtml('abcd', marks, 'mark')));
	expect(run?.around.map((element) => attributeOf(element, 'class'))).toEqual([
		'major style',
		'minor style',
	]);
});

/** Where the cues of each note stand: how many characters of the text come before them. */
function cuesOf(html: string) {
	let at = 0;
	const cues: { name: string | undefined; at: number; depth: number }[] = [];
	const walk = (node: ReturnType<typeof parseHtml>['childNodes'][number], depth: number) => {
		if ('value' in node) at += node.value.length;
		if (!('tagName' in node)) return;
		const kind = attributeOf(node, 'class')?.split(' ')[0];
		if (kind === 'cue' || kind === 'ref')
			cues.push({ name: attributeOf(node, 'aria-label'), at, depth });
		for (const child of node.childNodes) walk(child, depth + 1);
	};
	for (const node of parseHtml(html).childNodes) walk(node, 0);
	return cues;
}

test('every note has one cue before its words and one after them, in no mark and inside no word', () => {
	fc.assert(
		fc.property(markedText, ({ text, marks }) => {
			const cues = cuesOf(markedTextHtml(text, marks, 'mark'));
			expect(cues).toHaveLength(2 * marks.length);
			for (const { ordinal, startCodeUnit, endCodeUnit } of marks) {
				const starts = cues.filter(({ name }) => name === `note ${ordinal} begins`);
				const ends = cues.filter(({ name }) => name?.split(',')[0] === `Note ${ordinal}`);
				expect([starts.length, ends.length]).toEqual([1, 1]);
				expect(starts[0]?.at).toBeLessThanOrEqual(startCodeUnit);
				expect(ends[0]?.at).toBeGreaterThanOrEqual(endCodeUnit);
			}
			for (const { at, depth } of cues) {
				expect(depth).toBe(0);
				const [before, after] = [text.slice(0, at), text.slice(at)];
				expect(/[\p{L}\p{N}\p{M}]$/u.test(before) && /^[\p{L}\p{N}\p{M}]/u.test(after)).toBe(false);
			}
		}),
		{ seed: SEED, numRuns: 2_000 },
	);
});

test('a mark inside a word has its cues before and after the word', () => {
	const html = markedTextHtml('so photoBortnikov-ed said', [mark('one', 8, 17)], 'mark');
	expect(cuesOf(html).map(({ at }) => at)).toEqual([3, 20]);
});

test('a masked string is announced as covered', () => {
	const html = markedTextHtml('a word b', [mark('planted', 2, 6, { isMasked: true })], 'mark');
	const covers = elementsNamed(parseHtml(html), 'span').filter(
		(span) => attributeOf(span, 'class') === 'cover',
	);
	expect(covers.map((cover) => attributeOf(cover, 'role'))).toEqual(['img']);
	expect(covers.map((cover) => attributeOf(cover, 'aria-label'))).toEqual([
		expect.stringMatching(/masked/),
	]);
});

test.for([
	['\u202e', 'U+202E'],
	['\u2066', 'U+2066'],
	['\u200b', 'U+200B'],
	['\ufeff', 'U+FEFF'],
	['\u0007', 'U+0007'],
	['\u0085', 'U+0085'],
	['\u2028', 'U+2028'],
] as const)('the hidden character %j is isolated and named %s', ([character, name]) => {
	const [span] = elementsNamed(parseHtml(markedTextHtml(`a${character}b`, [], 'mark')), 'span');
	expect(span && textContentOf(span)).toBe(character);
	expect(span && attributeOf(span, 'data-character')).toBe(name);
});

test('letters, spaces and line ends are not hidden characters', () => {
	const html = markedTextHtml('é\u00a0ж\t🔑\r\n e\u0301', [], 'mark');
	expect(allElements(parseHtml(html))).toEqual([]);
});

test('a mark outside its text is an error', () => {
	expect(() => markedTextHtml('ab', [mark('far', 1, 3)], 'mark')).toThrow(RangeError);
});
