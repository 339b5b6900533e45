import { dirname, basename } from 'node:path';
import type { Article } from '../model/article.ts';
import { buildArticle } from './build-article.ts';
import {
	contentFolders,
	readArticle,
	type ArchiveSource,
	type ArticleSource,
} from './read-archive.ts';
import { hashCapture, type CaptureFile } from './read-captures.ts';
import { readTextFile } from './read-text-file.ts';

/** Make articles out of sources already read, by number. Throws where one is not fit to be published. */
export function buildArticles(source: ArchiveSource): Article[] {
	return source.articles.map(buildOrRefuse).sort((a, b) => a.number - b.number);
}

/**
 * Open one article from its folder's name under content/articles; `captureFile` is the path of the
 * capture to attach, if one is to be. Throws, naming the command that lists the faults.
 */
export function openArticle(name: string, captureFile: string | undefined): Article {
	const bySha256 = new Map<string, CaptureFile>();
	if (captureFile) {
		const { file } = readTextFile(dirname(captureFile), basename(captureFile));
		if (file) bySha256.set(hashCapture(file.bytes), { ...file, sha256: hashCapture(file.bytes) });
	}
	return buildOrRefuse(readArticle(contentFolders().content, name, { bySha256, faults: [] }));
}

function buildOrRefuse(source: ArticleSource): Article {
	const article = buildArticle(source);
	if (!article)
		throw new Error(
			`${source.path} has faults and cannot be published. Run: npm run check:content`,
		);
	return article;
}
