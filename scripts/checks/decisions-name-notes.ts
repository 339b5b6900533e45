import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { Decision } from '../../src/model/reading.ts';
import { describeAbsence } from '../evidence/absence.ts';
import { quoted } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import { isCommentaryRead, writtenNoteIds } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

/** Stands where a reading has no such note. */
const NONE = 'none';
/** Stands where no note came of a difference. */
const DROPPED = 'dropped';

export const rule: Rule = {
	id: 'decisions-name-notes',
	states:
		'Every decision names notes of the readings, and the note of the commentary that came of them.',
	checkArticle: (article) => {
		const { decisions, readings } = article;
		if (!decisions.value || decisions.value.length === 0) return [];
		if (readings.fileFault?.kind === 'absent') return [describeNoReadings(article)];
		return decisions.value.flatMap((decision, index) => [
			...checkReadings(article, decision, index),
			...checkDecided(article, decision, index),
		]);
	},
};

function describeNoReadings({ decisions, readings }: ArticleSource): Problem {
	return {
		rule: rule.id,
		file: decisions.path,
		line: 1,
		column: 1,
		message: `The decisions are about readings that are not there. ${describeAbsence(readings.path, 'The article')}`,
		evidence: [],
		hint: `Keep the notes of both readings in ${readings.path}, or remove the decisions.`,
	};
}

function checkReadings(
	{ decisions, readings }: ArticleSource,
	decision: Decision,
	index: number,
): Problem[] {
	const problem = { rule: rule.id, file: decisions.path, evidence: [] };
	if (decision.first === NONE && decision.second === NONE)
		return [
			{
				...problem,
				...decisions.locate([index, 'first']),
				message: 'A decision names no note of either reading.',
				hint: 'Write the note that it is about in `first` or `second`, or remove the decision.',
			},
		];
	return (['first', 'second'] as const).flatMap((field) => {
		// Readings with a fault of their own are reported for it.
		const ids = readings.value?.flatMap(({ reading, note }) => (reading === field ? [note] : []));
		const name = decision[field];
		if (!ids || name === NONE || ids.includes(name)) return [];
		return [
			{
				...problem,
				...decisions.locate([index, field]),
				message: `${quoted(name)} is not a note of the ${field} reading.${askForNearest(name, ids)}`,
				hint: `Write the name of a note that ${readings.path} has for that reading, or \`${NONE}\`.`,
			},
		];
	});
}

function checkDecided(article: ArticleSource, { decided }: Decision, index: number): Problem[] {
	const { commentary, decisions } = article;
	const ids = writtenNoteIds(article);
	if (decided === DROPPED || ids.includes(decided) || !isCommentaryRead(article)) return [];
	return [
		{
			rule: rule.id,
			file: decisions.path,
			...decisions.locate([index, 'decided']),
			message: `A decision is for the note ${quoted(decided)}, which is not in this article.${askForNearest(decided, ids)}`,
			evidence: [],
			hint: `Write the id of a note in ${commentary.path}, or \`${DROPPED}\` where none came of it.`,
		},
	];
}
