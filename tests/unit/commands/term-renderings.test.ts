import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { collectRenderings, replaceRenderings } from '../../../scripts/evidence/term-renderings.ts';

const note = (term: string, captured: string, isMasked = false) => ({ term, captured, isMasked });

test('renderings are listed once each, in the order of their first appearance', () => {
	const notes = [
		note('blokirovka', 'lock'),
		note('perepiska', 'correspondence'),
		note('blokirovka', 'Unlocking'),
		note('blokirovka', ' lock'),
	];
	expect([...collectRenderings(notes)]).toEqual([
		['blokirovka', ['lock', 'Unlocking']],
		['perepiska', ['correspondence']],
	]);
});

test('what a host planted is not listed, and its term counts as named', () => {
	expect([...collectRenderings([note('dostup', 'buy now', true)])]).toEqual([['dostup', []]]);
});

const written = `# The terms.
- id: blokirovka # agreed
  source:   'блокировка'
  right: ["blocking",   block]

- id: zhe
  renderings:
    - the same # once
    - very
  gloss: >
    a particle
    of stress
  right: [after all]
- { id: iz-za, right: [because of] }
- id: perepiska
  renderings: [ old,  words ]
`;

test('only the field itself is written: comments, quotation marks and line breaks stay', () => {
	const renderings = new Map([
		['blokirovka', ['lock', ', the', 'no: one']],
		['zhe', ['the same']],
		['iz-za', ['from-for']],
	]);
	expect(replaceRenderings(written, renderings)).toBe(`# The terms.
- id: blokirovka # agreed
  source:   'блокировка'
  renderings: [lock, ", the", "no: one"]
  right: ["blocking",   block]

- id: zhe
  renderings: [the same]
  gloss: >
    a particle
    of stress
  right: [after all]
- { id: iz-za, renderings: [from-for], right: [because of] }
- id: perepiska
  renderings: []
`);
});

test('a mark of the byte order before the list does no harm', () => {
	expect(replaceRenderings('\uFEFF- id: zhe\n', new Map([['zhe', ['a']]]))).toBe(
		'\uFEFF- renderings: [a]\n  id: zhe\n',
	);
});

test('text that is no list in well-formed YAML is left alone', () => {
	expect(replaceRenderings('- id: [', new Map())).toBeUndefined();
	expect(replaceRenderings('id: zhe', new Map())).toBeUndefined();
});

test('whatever a note quotes is read back as it was, and writing again changes nothing', () => {
	fc.assert(
		fc.property(fc.uniqueArray(fc.string({ minLength: 1, unit: 'grapheme' })), (words) => {
			const renderings = new Map([['zhe', words]]);
			const text = replaceRenderings(written, renderings) ?? '';
			const terms = parse(text) as { id: string; renderings: string[] }[];
			expect(terms.find(({ id }) => id === 'zhe')?.renderings).toEqual(words);
			expect(replaceRenderings(text, renderings)).toBe(text);
		}),
	);
});
