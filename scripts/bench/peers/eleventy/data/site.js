import { readFileSync } from 'node:fs';

/** What the articles share: the archive, its types, terms, events, names and outlets. */
export default function readSite() {
	return JSON.parse(readFileSync('content/site.json', 'utf8'));
}
