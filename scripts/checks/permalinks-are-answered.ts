import type { Permalink } from '../../src/model/permalink.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findAnswered } from '../evidence/ledger.ts';
import { cut, listOf } from '../evidence/show.ts';
import { suggestNames } from '../evidence/suggest-names.ts';
import type { OutlinedArchive, Rule } from './rule.ts';

export const rule: Rule = {
	id: 'permalinks-are-answered',
	states:
		'Every published address and fragment is still answered: by its page, by a redirect or by what says that it was withdrawn.',
	check(archive) {
		if (archive.articles.some(({ record, commentary }) => !record.value || commentary.hasFaults))
			return [];
		return (archive.permalinks.value ?? []).flatMap((permalink, row) =>
			judge(archive, permalink, row),
		);
	},
};

function judge(archive: OutlinedArchive, permalink: Permalink, row: number): Problem[] {
	const { url, fragments = [], since } = permalink;
	const answered = findAnswered(archive);
	const isRedirected = archive.redirects.value?.some(({ from }) => from === url) ?? false;
	if (isRedirected) return [];
	const entry = answered.get(url);
	const place = {
		rule: rule.id,
		file: archive.permalinks.path,
		...archive.permalinks.locate([row]),
	};
	if (!entry) {
		const nearest = suggestNames(url, [...answered.keys()]);
		return [
			{
				...place,
				message: `\`${url}\`, published on ${since}, is answered by nothing.`,
				evidence: nearest.length > 0 ? [{ label: 'nearest', value: cut(nearest.join(', ')) }] : [],
				hint: 'Bring back what stood there; or say in the record or the note that it is `withdrawn`, with date and reason; or, where it moved, add a line to redirects.jsonl.',
			},
		];
	}
	const lost = fragments.filter((id) => !entry.fragments.includes(id));
	if (lost.length === 0) return [];
	return [
		{
			...place,
			message: `\`${url}\` no longer has ${listOf(
				lost.slice(0, 5).map((id) => `\`#${id}\``),
				'and',
			)}${lost.length > 5 ? ` and ${lost.length - 5} more` : ''}, published on ${since}.`,
			evidence: [],
			hint: 'Give back the id; a note that is wrong is kept and given `withdrawn`, the day, and `withdrawnBecause`, the reason.',
		},
	];
}
