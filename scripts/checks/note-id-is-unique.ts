import type { Rule } from './rule.ts';
import { quoted } from '../evidence/show.ts';
import { listRepeated } from '../evidence/list-repeated.ts';

export const rule: Rule = {
	id: 'note-id-is-unique',
	states: 'No two notes of an article have the same id.',
	checkArticle: ({ commentary }) => {
		const notes = commentary.written.flatMap(({ element, attributes: { id }, at }) =>
			element === 'Note' && typeof id === 'string'
				? [{ key: id, file: commentary.path, at: () => at('id') }]
				: [],
		);
		return listRepeated(notes).map(({ key, at, first }) => ({
			rule: rule.id,
			file: commentary.path,
			...at(),
			message: `Two notes of this article have the id ${quoted(key)}.`,
			evidence: [{ label: 'first', value: key, where: `${first.file}:${first.at().line}` }],
			hint: 'Give the later note an id of its own; the id is part of its address and never changes once published.',
		}));
	},
};
