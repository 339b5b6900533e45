import { hashLines, linesOf } from '../evidence/ledger.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'permalinks-are-only-appended',
	states: 'No line that a release wrote into permalinks.jsonl was changed, moved or removed.',
	check({ permalinks, releases }) {
		const release = releases.value?.at(-1);
		if (!release) return [];
		const lines = linesOf(permalinks.file?.text ?? '');
		if (hashLines(lines.slice(0, release.lines)) === release.sha256) return [];
		const missing = release.lines - lines.length;
		return [
			{
				rule: rule.id,
				file: permalinks.path,
				line: 1,
				column: 1,
				message:
					missing > 0
						? `permalinks.jsonl has ${lines.length} lines; the release of ${release.date} left ${release.lines}.`
						: `The first ${release.lines} lines of permalinks.jsonl are not those that the release of ${release.date} left.`,
				evidence: [{ label: 'sha256', value: `${release.sha256} after that release` }],
				hint: 'Take the file of that release back, from the version history or from its package; what changed since belongs into content, and npm run release adds lines for it.',
			},
		];
	},
};
