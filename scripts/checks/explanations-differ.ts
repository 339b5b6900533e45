import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'explanations-differ',
	states: 'No two notes of the archive have the same explanation.',
	check: ({ articles }) => {
		const first = new Map<string, { id: string; where: () => string }>();
		// A commentary copied whole is a new article's beginning; other rules say what it still lacks.
		const seen = new Set<string>();
		const own = articles.filter(
			({ commentary: { sha256 } }) => seen.size !== seen.add(sha256).size,
		);
		return own.flatMap(({ commentary, explanations }) =>
			explanations.flatMap(({ id, sha256, find }) => {
				const earlier = first.get(sha256);
				if (!earlier) {
					first.set(sha256, { id, where: () => `${commentary.path}:${find().line}` });
					return [];
				}
				const { shown, line, column } = find();
				return [
					{
						rule: rule.id,
						file: commentary.path,
						line,
						column,
						message: `Note ${quoted(id)} has the same explanation as note ${quoted(earlier.id)}.`,
						evidence: [{ label: 'explains', value: shown, where: earlier.where() }],
						hint: 'Say what is particular to this place. A fault that repeats is noted once, with the places where it stands again.',
					},
				];
			}),
		);
	},
};
