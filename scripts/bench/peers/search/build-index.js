/**
 * Build the index of a search from documents, a line of JSON each:
 *
 *   node search/build-index.js minisearch|lunr DOCUMENTS OUT
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { lunrPipeline } from './lunr-pipeline.js';
import { miniSearchOptions } from './minisearch-options.js';

const [tool, from, to] = process.argv.slice(2);
const documents = readFileSync(from, 'utf8')
	.split('\n')
	.filter(Boolean)
	.map((line) => JSON.parse(line));

function writeMiniSearch() {
	const index = new MiniSearch(miniSearchOptions);
	index.addAll(documents);
	return index.toJSON();
}

function writeLunr() {
	const index = lunr(function build() {
		lunrPipeline(this);
		this.ref('id');
		this.field('title', { boost: 2 });
		this.field('text');
		for (const document of documents) this.add(document);
	});
	// Its index holds no titles, and what is found is to be named.
	return { index, titles: Object.fromEntries(documents.map(({ id, title }) => [id, title])) };
}

const json = JSON.stringify(tool === 'lunr' ? writeLunr() : writeMiniSearch());
// As a host would send it.
writeFileSync(`${to}.gz`, gzipSync(json, { level: 9 }));
writeFileSync(to, json);
