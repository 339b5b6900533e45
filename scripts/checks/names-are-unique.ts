import { listRepeated } from '../evidence/list-repeated.ts';
import { fileNameOf, quoted } from '../evidence/show.ts';
import { writtenNames } from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'names-are-unique',
	states: 'No two terms, events, people, organisations or outlets have the same id.',
	check: ({ terms, events, people, organisations, outlets }) =>
		[terms, events, people, organisations, outlets].flatMap((file) => {
			const names =
				writtenNames(file)?.map(({ id, at }) => ({ key: id, file: file.path, at })) ?? [];
			return listRepeated(names).map(({ key, at, first }) => ({
				rule: rule.id,
				file: file.path,
				...at(),
				message: `Two entries of ${fileNameOf(file.path)} have the id ${quoted(key)}.`,
				evidence: [{ label: 'first', value: key, where: `${first.file}:${first.at().line}` }],
				hint: 'Make one entry of the two, or give the later one an id of its own.',
			}));
		}),
};
