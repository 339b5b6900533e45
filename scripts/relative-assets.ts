import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { publicAddress } from '../src/model/public-address.ts';
import { readPublicSite } from './read-public-site.ts';

/**
 * Make the addresses of bundled sheets, scripts and fonts relative, so that the same files serve at a
 * domain's root and under any sub-path. Pages write their own links relative already. The not-found page is
 * served at any depth: its addresses begin with the path of the archive's public address, where it has one.
 */
export function relativeAssets(): AstroIntegration {
	return {
		name: 'relative-assets',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const address = publicAddress('/', readPublicSite());
				const base = address === undefined ? '/' : new URL(address).pathname;
				for (const path of await readdir(root, { recursive: true })) {
					if (!/\.(?:html|css)$/.test(path)) continue;
					const file = join(root, path);
					const text = await readFile(file, 'utf8');
					const depth = path.split(/[\\/]/).length - 1;
					const relative = path.endsWith('.css')
						? text.replaceAll('url(/_astro/', 'url(')
						: path === '404.html'
							? text.replace(/(<[^<>]*\s(?:href|src|action)=")\/(?!\/)/g, `$1${base}`)
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
