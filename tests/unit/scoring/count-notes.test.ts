import { expect, test } from 'vitest';
import { typology } from '../../../src/model/typology.ts';
import { countByType, countNotes } from '../../../src/scoring/count-notes.ts';
import { sampleNote } from '../samples.ts';

const notes = [
	sampleNote('a', 'x', 0, { severity: 'minor', type: 'style/calque' }),
	sampleNote('b', 'x', 0, { severity: 'critical', type: 'accuracy/role-reversal' }),
	sampleNote('c', 'x', 0, { severity: 'minor', type: 'capture/repeated-text' }),
	sampleNote('d', 'x', 0, { severity: 'major', type: 'style/calque' }),
	sampleNote('e', 'x', 0, { severity: 'minor', type: 'style/calque' }),
];

test('notes are counted by severity, and damage by the capture apart', () => {
	expect(countNotes(notes)).toEqual({ all: 5, captureDamage: 1, critical: 1, major: 1, minor: 3 });
});

test('severities add up to all notes', () => {
	const { all, critical, major, minor } = countNotes(notes);
	expect(critical + major + minor).toBe(all);
});

test('no notes are none of anything', () => {
	expect(countNotes([])).toEqual({ all: 0, captureDamage: 0, critical: 0, major: 0, minor: 0 });
	expect(countByType([])).toEqual([]);
});

test('types are counted in the order of the typology, those without notes left out', () => {
	const counted = countByType(notes);
	expect(new Map(counted.map(({ type, count }) => [type, count]))).toEqual(
		new Map([
			['accuracy/role-reversal', 1],
			['style/calque', 3],
			['capture/repeated-text', 1],
		]),
	);
	const order = typology.map(({ id }) => id);
	const places = counted.map(({ type }) => order.indexOf(type));
	expect(places).toEqual(places.toSorted((a, b) => a - b));
});
