import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';
import { quoted } from '../evidence/show.ts';
import { findArticles, writtenNoteIds } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'withdrawals-are-explained',
	states:
		'What is withdrawn says when and why, and what it names in its place is there and not withdrawn.',
	checkArticle: (article) => judgeNotes(article),
	check: (archive) =>
		archive.articles.flatMap(({ record }): Problem[] => {
			const replacement = record.value?.withdrawn?.replaced_by;
			if (replacement === undefined) return [];
			const isThere = findArticles(archive, replacement).some(
				(article) => article.record.value?.withdrawn === undefined,
			);
			if (isThere && replacement !== record.value?.number) return [];
			return [
				{
					rule: rule.id,
					file: record.path,
					...record.locate(['withdrawn', 'replaced_by']),
					message: `The withdrawn article names article ${replacement} in its place, which is not there.`,
					evidence: [],
					hint: 'Write the number of an article that is in the archive and not withdrawn, or leave replaced_by out.',
				},
			];
		}),
};

function judgeNotes(article: ArticleSource): Problem[] {
	const { commentary } = article;
	const gone = new Set(
		commentary.notes.flatMap(({ attributes }) =>
			attributes.withdrawn === undefined ? [] : [attributes.id],
		),
	);
	return commentary.notes.flatMap(({ attributes, at }): Problem[] => {
		const { id, withdrawn, withdrawnBecause, replacedBy } = attributes;
		const problem = { rule: rule.id, file: commentary.path, evidence: [] };
		if (withdrawn === undefined) {
			const stray =
				withdrawnBecause === undefined
					? replacedBy === undefined
						? undefined
						: 'replacedBy'
					: 'withdrawnBecause';
			if (stray === undefined) return [];
			return [
				{
					...problem,
					...at(stray),
					message: `The note ${quoted(id)} has \`${stray}\` and is not withdrawn.`,
					hint: 'Write the day as withdrawn="2026-11-24", or take the attribute out.',
				},
			];
		}
		if (withdrawnBecause === undefined)
			return [
				{
					...problem,
					...at('withdrawn'),
					message: `The note ${quoted(id)} is withdrawn and does not say why.`,
					hint: 'Say it in withdrawnBecause="…": whoever followed a citation here will read it.',
				},
			];
		if (replacedBy === undefined) return [];
		if (writtenNoteIds(article).includes(replacedBy) && !gone.has(replacedBy)) return [];
		return [
			{
				...problem,
				...at('replacedBy'),
				message: `The withdrawn note ${quoted(id)} names ${quoted(replacedBy)} in its place, which is no note of this article that stands.`,
				hint: 'Write the id of a note that stands in this commentary, or leave replacedBy out.',
			},
		];
	});
}
