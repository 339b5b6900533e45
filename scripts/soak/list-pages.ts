import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';

/** Read the pages of a built site: the hash of what each says, by its path as in `a/1/`. */
export function listPages(dist: string): Map<string, string> {
	const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
		.map((file) => file.replaceAll('\\', '/'))
		.filter((file) => /(^|\/)index\.html$/.test(file))
		.sort();
	return new Map(
		files.map((file) => {
			const { document } = parseHTML(readFileSync(join(dist, file), 'utf8'));
			for (const button of document.querySelectorAll('main button')) button.remove();
			const words = document.querySelector('main')?.textContent ?? '';
			return [file.replace(/index\.html$/, ''), hashOfWords(words)];
		}),
	);
}

/** Hash what a page says; how its lines are broken is no part of it. */
export function hashOfWords(words: string): string {
	return createHash('sha256').update(words.replace(/\s+/g, ' ').trim()).digest('hex');
}
