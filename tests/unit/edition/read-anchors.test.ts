import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAnchors } from '../../../src/edition/place-notes.ts';
import { parseAnchors } from '../../../src/edition/read-anchors.ts';
import { parseYaml } from '../../../src/edition/read-yaml.ts';
import { anchorsSchema } from '../../../src/model/anchors.ts';
import { SEED } from '../generators.ts';

const fileOf = (text: string) => ({ path: 'anchors.json', bytes: Buffer.from(text), text });
const readWhole = (text: string) => parseYaml(fileOf(text), text, anchorsSchema);

const words = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 6 }),
	fc.string({
		unit: fc.constantFrom(...'a: #"\\\n\t\u0085\u2028\ufeff\u00a0🔑\ud83d'),
		maxLength: 6,
	}),
);
const span = fc.tuple(fc.nat(), fc.nat());
const anchors = fc.record({
	capture_sha256: words,
	length: fc.nat(),
	words: fc.nat(),
	paragraphs: fc.array(span, { maxLength: 4 }),
	sentences: fc.array(span, { maxLength: 4 }),
	notes: fc.array(
		fc.record({
			note: words,
			start: fc.nat(),
			end: fc.integer({ min: 1 }),
			exact: words,
			prefix: words,
			suffix: words,
		}),
		{ maxLength: 3 },
	),
});

test('anchors come back as they were written, and as the parser of places reads them', () => {
	fc.assert(
		fc.property(anchors, (written) => {
			const text = formatAnchors(written);
			const { locate: _locate, ...read } = parseAnchors(fileOf(text));
			const { locate: _whole, ...whole } = readWhole(text);
			expect(read.value).toEqual(written);
			expect(read).toEqual(whole);
		}),
		{ seed: SEED, numRuns: 2000 },
	);
});

test('anchors that were changed by hand are read as YAML, with places for what is wrong', () => {
	const text = formatAnchors({
		capture_sha256: 'a',
		length: 9,
		words: 2,
		paragraphs: [[0, 9]],
		sentences: [],
		notes: [],
	});
	const twice = text.replace('"words": 2', '"words": 2,\n\t"words": 3');
	expect(parseAnchors(fileOf(twice)).syntaxFault).toMatchObject({ line: 5, column: 2 });
	const wrong = text.replace('"words": 2', '"words": -2');
	expect(parseAnchors(fileOf(wrong)).faults).toMatchObject([
		{ field: 'words', line: 4, column: 2 },
	]);
	expect(parseAnchors(fileOf(text.replace(/\s+/g, ' '))).value).toMatchObject({ length: 9 });
	expect(parseAnchors(fileOf(text)).locate(['length'])).toEqual({ line: 3, column: 2 });
});
