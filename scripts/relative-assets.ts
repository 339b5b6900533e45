import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Make the addresses of fonts and pictures in bundled sheets relative, as pages have theirs: see `relinkPage`. */
export function relativeAssets(): AstroIntegration {
	return {
		name: 'relative-assets',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const folder = join(fileURLToPath(dir), '_astro');
				for (const name of await readdir(folder)) {
					if (!name.endsWith('.css')) continue;
					const text = await readFile(join(folder, name), 'utf8');
					await writeFile(join(folder, name), text.replaceAll('url(/_astro/', 'url('));
				}
			},
		},
	};
}
