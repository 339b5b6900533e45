import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { contentFolders } from '../../src/edition/read-archive.ts';
import { readRows } from '../../src/edition/read-rows.ts';
import { redirectSchema } from '../../src/model/permalink.ts';
import {
	formatHostRedirects,
	formatNginxMap,
	formatRedirectPage,
} from '../../src/model/redirects.ts';
import { readPublicSite } from '../read-public-site.ts';

/** Write into a site, for every published address that moved, what each kind of host needs to lead on from it. */
export function writeRedirects(root: string): void {
	const { content } = contentFolders();
	const redirects = readRows(content, 'redirects.jsonl', redirectSchema).value ?? [];
	const site = readPublicSite();
	writeFileSync(join(root, '_redirects'), formatHostRedirects(redirects, site));
	writeFileSync(join(root, 'redirects.nginx.map'), formatNginxMap(redirects, site));
	for (const redirect of redirects) {
		const path = join(root, redirect.from, redirect.from.endsWith('/') ? 'index.html' : '');
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, formatRedirectPage(redirect, site));
	}
}
