import type { Problem } from '../../src/model/problem.ts';
import { quoted } from '../evidence/show.ts';
import { collectRenderings } from '../evidence/term-renderings.ts';
import { writtenAt, writtenNames } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'term-renderings-are-listed',
	states:
		'Every term is named by a note and lists the captured words of the notes that name it, but for planted ones.',
	check(archive, found) {
		const { terms, articles } = archive;
		// A commentary that could not be read may name any term.
		if (!articles.every(({ isCommentaryRead }) => isCommentaryRead)) return [];
		const renderings = collectRenderings(articles.flatMap((article) => article.renderings));
		// A note that is at fault may yet name another term or quote other words.
		const files = new Set([terms.path, ...articles.map(({ commentary }) => commentary.path)]);
		if (found.some(({ file }) => files.has(file))) return [];
		return (writtenNames(terms) ?? []).flatMap(({ id, index, at }): Problem[] => {
			const wanted = renderings.get(id);
			if (!wanted)
				return [
					{
						rule: rule.id,
						file: terms.path,
						...at(),
						message: `No note names the term ${quoted(id)}.`,
						evidence: [],
						hint: `Write term="${id}" in the notes on it, then run npm run terms; or remove the term.`,
					},
				];
			const written = writtenAt(terms, [index, 'renderings']);
			const differences = listDifferences(Array.isArray(written) ? written : [], wanted);
			if (differences.length === 0) return [];
			return [
				{
					rule: rule.id,
					file: terms.path,
					...terms.locate([index, 'renderings']),
					message: `The renderings of term ${quoted(id)} are not the words that its notes quote.`,
					evidence: differences,
					hint: 'Run: npm run terms',
				},
			];
		});
	},
};

function listDifferences(
	written: readonly unknown[],
	wanted: readonly string[],
): Problem['evidence'] {
	const differences = [
		...wanted
			.filter((words) => !written.includes(words))
			.map((value) => ({ label: 'to add', value })),
		...written
			.filter((words): words is string => typeof words === 'string' && !wanted.includes(words))
			.map((value) => ({ label: 'to remove', value })),
	];
	const isInOrder = written.every((words, index) => words === wanted[index]);
	return differences.length > 0 || isInOrder
		? differences
		: [{ label: 'order', value: wanted.join(' · ') }];
}
