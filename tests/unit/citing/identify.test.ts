import { expect, test } from 'vitest';
import { identify } from '../../../src/citing/identify.ts';

test('a path is named by its public address', () => {
	expect(identify('/a/7/v1/', 'https://example.org/calque')).toBe(
		'https://example.org/calque/a/7/v1/',
	);
	expect(identify('/a/7/v1/#p12', 'https://example.org/')).toBe('https://example.org/a/7/v1/#p12');
});

test('without one it has a name of its parts', () => {
	expect(identify('/a/7/v1/', 'unset')).toBe('urn:calque:a:7:v1');
	expect(identify('/a/7/v1/#p12', 'unset')).toBe('urn:calque:a:7:v1#p12');
	expect(identify('/a/7/n/lock/', 'unset')).toBe('urn:calque:a:7:n:lock');
	expect(identify('/', 'unset')).toBe('urn:calque:archive');
});
