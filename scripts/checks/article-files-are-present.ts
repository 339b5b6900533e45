import { join } from 'node:path';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { RatedSource } from '../../src/edition/read-rated.ts';
import type { Problem } from '../../src/model/problem.ts';
import { describeAbsence } from '../evidence/absence.ts';
import { isDistributed } from '../evidence/captures-at-hand.ts';
import { fileNameOf } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

const hints: { [name: string]: string } = {
	'record.yaml': 'Add the file; src/model/record.ts describes its fields.',
	'commentary.mdx': 'Add the file; an article without notes has an empty one.',
	'reading.md': 'Add the file, with one paragraph for each paragraph of the captured text.',
	'original.txt':
		'Put the sources of the segments there, a line for each, or import the set again.',
	'capture.txt': 'Put the captured bytes there, or write `distributed: false` in record.yaml.',
};

export const rule: Rule = {
	id: 'article-files-are-present',
	states:
		'Every article has record.yaml, commentary.mdx and reading.md, and capture.txt where its record says that it is distributed; one with ratings.jsonl has record.yaml, capture.txt and original.txt.',
	checkArticle: (article) => listAbsent(article).map(describe),
	check: ({ rated }) => rated.flatMap(listAbsentOfRated).map(describe),
};

function describe(path: string): Problem {
	return {
		rule: rule.id,
		file: path,
		line: 1,
		column: 1,
		message: describeAbsence(path, 'The article'),
		evidence: [],
		hint: hints[fileNameOf(path)] ?? 'Add the file.',
	};
}

function listAbsentOfRated({ record, capture, original }: RatedSource): string[] {
	return [record, capture, original].flatMap(({ path, fileFault }) =>
		fileFault?.kind === 'absent' ? [path] : [],
	);
}

function listAbsent(article: ArticleSource): string[] {
	const { path, record, commentary, reading, capture, captureFault } = article;
	const required = [record, commentary, reading].flatMap(({ path, fileFault }) =>
		fileFault?.kind === 'absent' ? [path] : [],
	);
	const lacksCapture =
		isDistributed(article) === true && capture?.origin !== 'beside' && !captureFault;
	return lacksCapture ? [...required, join(path, 'capture.txt')] : required;
}
