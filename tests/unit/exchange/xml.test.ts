import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatXml, listForbidden, xml } from '../../../src/exchange/xml.ts';
import { codePointLength } from '../../../src/text/code-points.ts';
import { hostileText, SEED } from '../generators.ts';
import { readXml } from './validators.ts';

test('elements with elements are indented, elements with text are not', () => {
	expect(
		formatXml(
			xml(
				'a',
				{ b: 'c "d" & <e>\n', f: undefined, g: 1 },
				xml('h'),
				undefined,
				xml('i', {}, 'j ', xml('k', {}, ']]>'), ' & l\r'),
			),
		),
	).toBe(
		`<?xml version="1.0" encoding="UTF-8"?>
<a b="c &quot;d&quot; &amp; &lt;e&gt;&#10;" g="1">
	<h/>
	<i>j <k>]]&gt;</k> &amp; l&#13;</i>
</a>
`,
	);
});

const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;
const anyText = fc.oneof(
	hostileText,
	fc.constantFrom('\0', '\u000b', '\ud800', '\udfff\ud83d', '\uffff', '\ufffd', '𝒳\u0007🔑'),
);

test('a parser reads every text and attribute back, but for what XML cannot hold', () => {
	fc.assert(
		fc.property(anyText, anyText, (text, attribute) => {
			const [root, child] = readXml(
				formatXml(xml('root', { attribute }, xml('child', {}, text, xml('inner'), text))),
			);
			expect(root?.attributes['attribute']).toBe(attribute.replace(forbidden, '\ufffd'));
			expect(child?.text).toBe(text.replace(forbidden, '\ufffd').repeat(2));
		}),
		{ seed: SEED },
	);
});

test('what is replaced is listed with its place, one code point for one', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const root = xml('root', {}, xml('p', { 'xml:id': 'p1' }, text));
			const characters = Array.from(text);
			expect(codePointLength(text.replace(forbidden, '\ufffd'))).toBe(characters.length);
			expect(listForbidden(root)).toEqual(
				characters.flatMap((character, offset) =>
					character.match(forbidden)
						? [
								{
									within: 'p1',
									offset,
									character: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
								},
							]
						: [],
				),
			);
		}),
		{ seed: SEED },
	);
});

test('the place is the nearest element with an id and what is below it', () => {
	expect(
		listForbidden(
			xml(
				'root',
				{ at: 'x\u0001' },
				xml('p', { 'xml:id': 'p1' }, 'a', xml('b', {}, '\u0002'), '\u0003'),
			),
		),
	).toEqual([
		{ within: 'root @at', offset: 1, character: 'U+0001' },
		{ within: 'p1 b', offset: 0, character: 'U+0002' },
		{ within: 'p1', offset: 1, character: 'U+0003' },
	]);
});
