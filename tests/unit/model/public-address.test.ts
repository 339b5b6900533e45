import { expect, test } from 'vitest';
import { publicAddress } from '../../../src/model/public-address.ts';

test('a path is put under the address of the site, with or without its last slash', () => {
	expect(publicAddress('/a/1/', 'https://x.example')).toBe('https://x.example/a/1/');
	expect(publicAddress('/a/1/', 'https://x.example/sub')).toBe('https://x.example/sub/a/1/');
	expect(publicAddress('/', 'https://x.example/sub/')).toBe('https://x.example/sub/');
});

test('there is no address while the archive has none', () => {
	expect(publicAddress('/a/1/', 'unset')).toBeUndefined();
});
