import { findAnswered } from '../evidence/ledger.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'redirects-are-sound',
	states:
		'Every redirect leads from an address that nothing else answers straight to one that is there.',
	check(archive) {
		const redirects = archive.redirects.value ?? [];
		const answered = findAnswered(archive);
		return redirects.flatMap(({ from, to }, row) => {
			const why = answered.has(from)
				? `\`${from}\` is an address that the archive answers itself`
				: redirects.findIndex((other) => other.from === from) < row
					? `\`${from}\` has a redirect already`
					: redirects.some((other) => other.from === to)
						? `\`${to}\` is redirected itself`
						: answered.has(to)
							? undefined
							: `nothing is at \`${to}\``;
			if (why === undefined) return [];
			return [
				{
					rule: rule.id,
					file: archive.redirects.path,
					...archive.redirects.locate([row]),
					message: `The redirect from \`${from}\` to \`${to}\` cannot be: ${why}.`,
					evidence: [],
					hint: 'Write one line for an address that was left, from it straight to the address that answers now.',
				},
			];
		});
	},
};
