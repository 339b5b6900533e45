import type { ArchiveSource } from '../src/edition/read-archive.ts';
import type { Problem } from '../src/model/problem.ts';
import type { Rule } from './checks/rule.ts';

/** What the rules found, and the rules that broke down themselves. */
export type CheckOutcome = { problems: Problem[]; failures: { rule: string; error: unknown }[] };

/** Check an archive by every rule; the problems come sorted by file, line, column and rule. */
export function checkArchive(archive: ArchiveSource, rules: readonly Rule[]): CheckOutcome {
	const problems: Problem[] = [];
	const failures: CheckOutcome['failures'] = [];
	for (const rule of rules) {
		try {
			for (const problem of rule.check(archive, [...problems])) problems.push(problem);
		} catch (error) {
			failures.push({ rule: rule.id, error });
		}
	}
	return { problems: problems.sort(comparePlaces), failures };
}

const { compare } = new Intl.Collator('en', { numeric: true });

function comparePlaces(a: Problem, b: Problem): number {
	return (
		compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.rule, b.rule)
	);
}
