import { basename, dirname, join, resolve } from 'node:path';
import { buildArticle } from '../../src/edition/build-article.ts';
import { contentFolders, readArticle } from '../../src/edition/read-archive.ts';
import { readCaptures } from '../../src/edition/read-captures.ts';
import { isRatedFolder, readRated } from '../../src/edition/read-rated.ts';
import { readYaml } from '../../src/edition/read-yaml.ts';
import { documentOf } from '../../src/exchange/annotated/archive-document.ts';
import type { Loss } from '../../src/exchange/annotated/reading.ts';
import { archiveSchema } from '../../src/model/authorities.ts';
import type { RatedDocument } from '../../src/model/ratings.ts';
import { listNumbered } from './article-folder.ts';

/** A document with the number of its article. */
export type NumberedDocument = { number: number; document: RatedDocument };

/**
 * Read the articles of a folder as rated documents. Those whose text may not be given are told as losses. Throws
 * where one has faults.
 */
export function readDocuments(from = join(contentFolders().content, 'articles')): {
	documents: NumberedDocument[];
	withheld: Loss[];
} {
	const folder = resolve(from);
	const [root, home] = [dirname(folder), basename(folder)];
	const archive = readYaml(root, 'archive.yaml', archiveSchema).value;
	const captures = readCaptures(contentFolders().captures);
	const documents: NumberedDocument[] = [];
	const withheld: Loss[] = [];
	for (const name of listNumbered(folder)) {
		const path = join(home, name);
		const number = Number.parseInt(name);
		if (isRatedFolder(root, path)) {
			const { document } = readRated(root, path);
			if (!document) throw new Error(`${join(from, name)} has faults. Run: npm run check:content`);
			documents.push({ number, document });
			continue;
		}
		const article = buildArticle(readArticle(root, path, captures));
		if (!article) throw new Error(`${join(from, name)} has faults. Run: npm run check:content`);
		if (article.record.withdrawn) continue;
		const document = documentOf(article, archive?.editors ?? 'Calque editors');
		if (typeof document === 'string')
			withheld.push({
				what: `notes of article ${number}, since ${document}`,
				count: article.notes.length,
			});
		else documents.push({ number, document });
	}
	return { documents, withheld };
}
