import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	formatReadingState,
	parseReadingState,
} from '../../../src/browser/format-reading-state.ts';

test('a place and what was chosen read back from the fragment', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('', 'p3', 'note-carries-a-lock'),
			fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ minLength: 1 })),
			(place, chosen) => {
				// A null prototype is no part of what was chosen.
				const state = { ...chosen };
				const { place: readPlace, state: readState } = parseReadingState(
					formatReadingState(place && `#${place}`, state),
				);
				expect(readPlace).toBe(place);
				expect(readState).toEqual(state);
			},
		),
	);
});

test('a fragment keeps its place when the choice changes', () => {
	expect(formatReadingState('#p3&layer=both', { layer: 'reading' })).toBe('#p3&layer=reading');
	expect(formatReadingState('#p3&layer=both', {})).toBe('#p3');
	expect(formatReadingState('', { severity: 'critical' })).toBe('#&severity=critical');
	expect(formatReadingState('#&severity=critical', {})).toBe('');
});
