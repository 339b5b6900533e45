import fc from 'fast-check';
import { expect, test } from 'vitest';
import { severities, typology } from '../../../src/model/typology.ts';
import { formatSection, parseSection } from '../../../src/search/section.ts';
import { SEED } from '../generators.ts';

test('a section reads back as it was written', () => {
	const section = fc.record({
		label: fc.string({ unit: 'grapheme' }),
		severities: fc.subarray([...severities]),
		types: fc.subarray(typology.map(({ id }) => id as string)),
		exact: fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { nil: undefined }),
		correction: fc.option(fc.string({ unit: 'grapheme', minLength: 1 }), { nil: undefined }),
	});
	fc.assert(
		fc.property(section, (value) => {
			expect(parseSection(formatSection(value))).toEqual(value);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

test('a string of another hand is a label without severities and types', () => {
	expect(parseSection('Paragraph 1')).toEqual({ label: 'Paragraph 1', severities: [], types: [] });
	expect(parseSection('')).toEqual({ label: '', severities: [], types: [] });
});
