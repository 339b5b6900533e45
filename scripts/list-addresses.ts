import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { ListedPage } from '../src/search/suggest-pages.ts';

/**
 * Write addresses.json: the address and title of every page, as it was built and not as it was meant. The
 * not-found page finds in it what a mistyped address may have been.
 */
export function listAddresses(): AstroIntegration {
	return {
		name: 'list-addresses',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const files = await readdir(root, { recursive: true });
				const pages: ListedPage[] = [];
				for (const file of files.filter((name) => /(?:^|[\\/])index\.html$/.test(name)).sort())
					pages.push({
						path: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
						title: titleOf(await readFile(join(root, file), 'utf8')),
					});
				await writeFile(join(root, 'addresses.json'), JSON.stringify(pages));
			},
		},
	};
}

/** Take a page's title without the name of the site, which all of them end with. */
function titleOf(html: string): string {
	const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
	return title
		.replace(/ · [^·]*$/, '')
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&#39;', "'")
		.replaceAll('&amp;', '&');
}
