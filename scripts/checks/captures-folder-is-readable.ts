import { describeRefusal } from '../evidence/refusals.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'captures-folder-is-readable',
	states: 'The folder of captures can be read, and is there if CALQUE_CAPTURES names it.',
	check({ captures: { folderFault }, namedCaptures }) {
		// Without a name in the environment, no folder means no captures.
		const isWanted = folderFault?.kind === 'unreadable' || namedCaptures !== undefined;
		if (!folderFault || !isWanted) return [];
		const { what, hint } =
			folderFault.kind === 'unreadable'
				? describeRefusal(folderFault.code)
				: { what: 'is not there', hint: undefined };
		return [
			{
				rule: rule.id,
				file: folderFault.path,
				line: 1,
				column: 1,
				message:
					namedCaptures === undefined
						? `The folder of captures ${what}.`
						: `CALQUE_CAPTURES names ${quoted(namedCaptures)}, which ${what}.`,
				evidence: [],
				hint:
					namedCaptures === undefined || hint?.startsWith('Give yourself')
						? (hint ?? '')
						: 'Let it name a folder, counted from the one that the command runs in, or leave it out.',
			},
		];
	},
};
