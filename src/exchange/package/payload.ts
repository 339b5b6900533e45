import { annotationFile } from '../web-annotation.ts';
import { formatArticleJson } from '../article-json.ts';
import { toJsonLines } from '../json-lines.ts';
import { formatRows } from '../notes-csv.ts';
import { formatTei } from '../tei.ts';
import { listTables } from './tables.ts';
import {
	comparePaths,
	jsonFile,
	textFile,
	type PackageFile,
	type PackageSource,
} from './source.ts';

/** Where the content folder lies in the package. */
const CONTENT = 'data/content/';

/** Write the files that a package holds under `data/`, sorted by path: the tables, the articles, the content. */
export function listPayload(source: PackageSource): PackageFile[] {
	const { archive, articles, outlets } = source;
	const outletOf = new Map(outlets.map((outlet) => [outlet.id, outlet]));
	return [
		...listTables(source).flatMap(({ name, fields, rows }) => [
			textFile(`data/${name}.jsonl`, toJsonLines(rows)),
			textFile(
				`data/${name}.csv`,
				formatRows(
					fields.map((field) => field.name),
					rows,
				),
			),
		]),
		jsonFile(
			'data/annotations.jsonld',
			annotationFile(articles, archive, '/data/annotations.jsonld', `Notes of ${archive.title}`),
		),
		...articles.flatMap((article) => {
			const outlet = outletOf.get(article.record.publisher.outlet);
			const folder = `data/articles/${article.number}`;
			return [
				textFile(`${folder}/article.json`, formatArticleJson(article, archive)),
				textFile(`${folder}/article.tei.xml`, formatTei({ article, outlet, archive })),
			];
		}),
		...source.content.map(({ path, bytes }) => ({ path: CONTENT + path, bytes })),
	].sort(comparePaths);
}
