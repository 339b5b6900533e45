import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'points-are-serious',
	states: 'A point names a major or critical note.',
	checkArticle: ({ commentary }) => {
		const minor = new Map(
			commentary.written.flatMap(({ element, attributes: { id, severity }, at }) =>
				element === 'Note' && severity === 'minor' ? [[id, at('severity')] as const] : [],
			),
		);
		return commentary.points.flatMap(({ attributes: { note }, at }) => {
			const place = minor.get(note);
			if (!place) return [];
			return [
				{
					rule: rule.id,
					file: commentary.path,
					...at('note'),
					message: `A point names the note ${quoted(note)}, which is minor.`,
					evidence: [
						{ label: 'severity', value: 'minor', where: `${commentary.path}:${place.line}` },
					],
					hint: 'Points are for what a reader must know: name a major or critical note, or remove the point.',
				},
			];
		});
	},
};
