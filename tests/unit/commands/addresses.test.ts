import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixedAddresses, takenNames } from '../../../scripts/evidence/addresses.ts';

test('the fixed addresses are those that src/pages has', () => {
	const routes = readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter((path) => /\.(?:astro|ts)$/.test(path) && !path.includes('[') && path !== '404.astro')
		.map((path) =>
			path.endsWith('.ts')
				? `/${path.replace(/\.ts$/, '')}`
				: `/${path.replace(/\.astro$/, '/').replace(/(?:^|(?<=\/))index\/$/, '')}`,
		);
	expect(routes.toSorted()).toEqual([...fixedAddresses].toSorted());
});

test('no page can take a name that src/pages begins an address with', () => {
	const names = readdirSync('src/pages').map((name) => name.replace(/\.(?:astro|ts)$/, ''));
	expect(takenNames).toEqual(expect.arrayContaining(names.filter((name) => !name.includes('['))));
});
