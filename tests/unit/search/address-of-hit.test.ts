import { expect, test } from 'vitest';
import { addressOfHit } from '../../../src/search/address-of-hit.ts';

const hit = { path: '/a/7/#p3', layer: 'reading', found: ['a lock', 'ключ'] } as const;
const addressOf = (change: object) => addressOfHit({ ...hit, found: [...hit.found], ...change });
const queryOf = (address: string) => new URL(address, 'https://x.example').searchParams;

test('an address carries the layer and what was found before its place', () => {
	expect(addressOf({})).toBe('/a/7/?layer=reading&h=a+lock&h=%D0%BA%D0%BB%D1%8E%D1%87#p3');
	expect(queryOf(addressOf({})).getAll('h')).toEqual(['a lock', 'ключ']);
});

test('where nothing can be shown the address is that of the place', () => {
	expect(addressOf({ path: '/a/7/#text', found: [] })).toBe('/a/7/#text');
});

test('of much that was found the first is carried, and a long phrase whole', () => {
	const many = Array.from({ length: 90 }, (_, at) => `word${at}`);
	const carried = queryOf(addressOf({ found: many })).getAll('h');
	expect(carried.length).toBeGreaterThan(10);
	expect(many.slice(0, carried.length)).toEqual(carried);
	expect(addressOf({ found: many }).length).toBeLessThan(500);
	const phrase = many.join(' ');
	expect(queryOf(addressOf({ found: [phrase, 'more'] })).getAll('h')).toEqual([phrase]);
});
