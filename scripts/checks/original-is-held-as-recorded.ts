import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';
import { describeAbsence } from '../evidence/absence.ts';
import { countParagraphs } from '../evidence/captures-at-hand.ts';
import { countOf, cut, positionAt } from '../evidence/show.ts';
import { writtenAt } from '../evidence/written-data.ts';
import type { ArticleSequence, Rule } from './rule.ts';

export const rule: Rule = {
	id: 'original-is-held-as-recorded',
	states:
		'The original is there where the record says that it is held, and has a paragraph for each of the captured text.',
	checkArticle: (article, archive) => [...checkHeld(article), ...checkParagraphs(archive, article)],
};

function checkHeld({ path, record, original, originalFault }: ArticleSource): Problem[] {
	const held = writtenAt(record, ['original', 'held']);
	const isThere = original !== undefined || originalFault !== undefined;
	if (typeof held !== 'boolean' || held === isThere) return [];
	const file = `${path}/original.txt`;
	return [
		{
			rule: rule.id,
			file: record.path,
			...record.locate(['original', 'held']),
			message: held
				? `The record says that the original is held. ${describeAbsence(file, 'The article')}`
				: 'The record says that the original is not held, but original.txt is there.',
			evidence: [],
			hint: held
				? `Put the text that was translated into ${file}, or write \`held: false\`.`
				: 'Write `held: true` where it is the very text that was translated; remove it where it is not.',
		},
	];
}

function checkParagraphs(archive: ArticleSequence, article: ArticleSource): Problem[] {
	const { original } = article;
	const expected = countParagraphs(archive, article);
	if (!original || expected === undefined || original.paragraphs.length === expected) return [];
	const { paragraphs, text } = original;
	const isLonger = paragraphs.length > expected;
	const last = isLonger ? paragraphs[expected] : paragraphs.at(-1);
	return [
		{
			rule: rule.id,
			file: original.path,
			line: positionAt(text, last?.startCodeUnit ?? 0).line,
			column: 1,
			message: `The original has ${countOf(paragraphs.length, 'paragraph')}; the captured text has ${expected}.`,
			evidence: last
				? [
						{
							label: isLonger ? 'first too many' : `last, p${paragraphs.length}`,
							value: cut(last.text, 60),
						},
					]
				: [],
			hint: 'Keep the text as it was translated, a line for each paragraph of the captured text; what was not translated is not part of it.',
		},
	];
}
