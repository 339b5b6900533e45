import type { Rule } from './rule.ts';
import { quoted } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import { writtenIds } from '../evidence/written-data.ts';

export const rule: Rule = {
	id: 'note-term-is-known',
	states: 'Every term that a note names is in terms.yaml.',
	checkArticle({ commentary }, { terms }) {
		const known = writtenIds(terms);
		if (!known) return [];
		return commentary.written.flatMap(({ element, attributes: { id, term }, at }) =>
			element !== 'Note' || typeof term !== 'string' || known.has(term)
				? []
				: [
						{
							rule: rule.id,
							file: commentary.path,
							...at('term'),
							message: `Note ${quoted(String(id))} names the term ${quoted(term)}, which is not in terms.yaml.${askForNearest(term, known)}`,
							evidence: [],
							hint: `Write the id of a term that is there, or add this one to ${terms.path}.`,
						},
					],
		);
	},
};
