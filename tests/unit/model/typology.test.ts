import { expect, test } from 'vitest';
import {
	describeType,
	dimensionOf,
	dimensions,
	isCaptureDamage,
	isTypeId,
	typology,
	type TypeId,
} from '../../../src/model/typology.ts';

test('every type belongs to a dimension that has a label', () => {
	for (const { id } of typology) expect(Object.keys(dimensions)).toContain(dimensionOf(id));
	expect(new Set(typology.map(({ id }) => dimensionOf(id))).size).toBe(
		Object.keys(dimensions).length,
	);
});

test('no two types have the same id or the same label', () => {
	expect(new Set(typology.map(({ id }) => id)).size).toBe(typology.length);
	expect(new Set(typology.map(({ label }) => label)).size).toBe(typology.length);
});

test('every type is named and defined, and its id can stand in an address', () => {
	for (const { id, label, definition } of typology) {
		expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
		expect(label).toMatch(/^\p{Lu}/u);
		expect(definition).toMatch(/^\p{Lu}.*\.$/u);
		expect(describeType(id)).toMatchObject({ id, label });
		expect(isTypeId(id)).toBe(true);
	}
});

test('damage by the capture is of the capture family alone, and none of it is MQM', () => {
	for (const { id, origin } of typology) {
		expect(isCaptureDamage(id)).toBe(id.startsWith('capture/'));
		if (isCaptureDamage(id)) expect(origin).toBe('calque');
	}
});

test.for(['', 'accuracy', 'accuracy/', 'style/Calque', 'constructor', 'toString'])(
	'%j is not a type',
	(id) => {
		expect(isTypeId(id)).toBe(false);
		expect(() => describeType(id as TypeId)).toThrow(`No type ${id} in the typology.`);
	},
);
