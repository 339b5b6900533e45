import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolders } from '../src/edition/read-archive.ts';
import { readRows } from '../src/edition/read-rows.ts';
import { redirectSchema } from '../src/model/permalink.ts';
import { formatHostRedirects, formatNginxMap, formatRedirectPage } from '../src/model/redirects.ts';
import { readPublicSite } from './read-public-site.ts';

/** Write, for every published address that moved, what each kind of host needs to lead on from it. */
export function writeRedirects(): AstroIntegration {
	return {
		name: 'write-redirects',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				const root = fileURLToPath(dir);
				const { content } = contentFolders();
				const redirects = readRows(content, 'redirects.jsonl', redirectSchema).value ?? [];
				const site = readPublicSite();
				await writeFile(join(root, '_redirects'), formatHostRedirects(redirects, site));
				await writeFile(join(root, 'redirects.nginx.map'), formatNginxMap(redirects, site));
				for (const redirect of redirects) {
					const path = join(root, redirect.from, redirect.from.endsWith('/') ? 'index.html' : '');
					await mkdir(dirname(path), { recursive: true });
					await writeFile(path, formatRedirectPage(redirect, site));
				}
			},
		},
	};
}
