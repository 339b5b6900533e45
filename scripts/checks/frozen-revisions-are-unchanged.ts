import { addressOf } from '../../src/model/article.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findAnswered } from '../evidence/ledger.ts';
import type { ArchiveParts, Rule } from './rule.ts';

export const rule: Rule = {
	id: 'frozen-revisions-are-unchanged',
	states: 'The folder of every published revision is, byte for byte, as its release froze it.',
	check: (archive) => [
		...(archive.permalinks.value ?? []).flatMap(({ url, kind, sha256 }, row): Problem[] => {
			const entry = kind === 'revision' ? findAnswered(archive).get(url) : undefined;
			if (!entry || sha256 === undefined || entry.sha256 === sha256) return [];
			const revision = archive.revisions.find(
				(one) => addressOf.revision(one.article, one.number) === url,
			);
			return [
				{
					rule: rule.id,
					file: revision?.source.path ?? archive.permalinks.path,
					line: 1,
					column: 1,
					message: `Revision ${url} is not as it was frozen.`,
					evidence: [
						{
							label: 'frozen',
							value: sha256,
							where: `${archive.permalinks.path}:${archive.permalinks.locate([row]).line}`,
						},
						{ label: 'now', value: entry.sha256 ?? '' },
					],
					hint: 'Take the folder back from the version history or from the package of its release. What is to change is changed in the article’s own folder; npm run release makes the next revision of it.',
				},
			];
		}),
		...listUnpublished(archive),
	],
};

/** A frozen folder that no release wrote down would be a revision that nobody may rely on. */
function listUnpublished({ revisions, permalinks }: ArchiveParts): Problem[] {
	const published = new Set((permalinks.value ?? []).map(({ url }) => url));
	return revisions
		.filter(({ article, number }) => !published.has(addressOf.revision(article, number)))
		.map(({ article, number, source }) => ({
			rule: rule.id,
			file: source.path,
			line: 1,
			column: 1,
			message: `Revision ${number} of article ${article} is in no line of permalinks.jsonl.`,
			evidence: [],
			hint: 'Only npm run release makes revisions. Remove the folder, or bring back the lines that its release added.',
		}));
}
