import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Make the addresses of bundled sheets, scripts and fonts relative, so that the same files serve at a
 * domain's root and under any sub-path. Pages write their own links relative already.
 */
export function relativeAssets(): AstroIntegration {
	return {
		name: 'relative-assets',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				for (const path of await readdir(root, { recursive: true })) {
					if (!/\.(?:html|css)$/.test(path) || path === '404.html') continue;
					const file = join(root, path);
					const text = await readFile(file, 'utf8');
					const depth = path.split(/[\\/]/).length - 1;
					const relative = path.endsWith('.css')
						? text.replaceAll('url(/_astro/', 'url(')
						: text.replace(
								/(<(?:link|script)\b[^<>]*\s(?:href|src)=")\/(?=_astro\/)/g,
								`$1${'../'.repeat(depth) || './'}`,
							);
					if (relative !== text) await writeFile(file, relative);
				}
			},
		},
	};
}
