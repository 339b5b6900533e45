import { MAX_POINTS } from '../../src/model/note.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'points-are-few',
	states: `An article has at most ${MAX_POINTS} points.`,
	checkArticle: ({ commentary }) => {
		const points = commentary.written.filter(({ element }) => element === 'Point');
		const [surplus] = points.slice(MAX_POINTS);
		if (!surplus) return [];
		return [
			{
				rule: rule.id,
				file: commentary.path,
				...surplus.at(),
				message: `The article has ${points.length} points; more than ${MAX_POINTS} and none of them stands out.`,
				evidence: [],
				hint: `Keep the ${MAX_POINTS} that a reader most needs; the rest stay notes.`,
			},
		];
	},
};
