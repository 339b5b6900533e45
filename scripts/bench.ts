/**
 * Write a made-up archive to measure with.
 *
 *   npm run bench -- --articles 1000 --write FOLDER
 */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { generateCorpus } from './bench/generate-corpus.ts';

const { values } = parseArgs({
	options: { articles: { type: 'string', default: '1000' }, write: { type: 'string' } },
});
const count = Number(values.articles);
if (!values.write || !Number.isInteger(count) || count < 1)
	throw new Error('Say how many articles, and the folder to write: --articles 1000 --write FOLDER');
mkdirSync(values.write, { recursive: true });
generateCorpus(values.write, count);
console.log(`${count} articles written in ${values.write}.`);
