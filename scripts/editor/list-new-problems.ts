import type { ArchiveSource } from '../../src/edition/read-archive.ts';
import type { ToldProblem } from '../../src/editor/messages.ts';
import type { Problem } from '../../src/model/problem.ts';
import { checkArchive } from '../check-archive.ts';
import { rules } from '../checks/rules.ts';

/** List the problems that `after` has and `before` had not, each with what its rule states. */
export function listNewProblems(before: ArchiveSource, after: ArchiveSource): ToldProblem[] {
	const problems = check(after);
	if (problems.length === 0) return [];
	// Lines move where something is added above them.
	const known = new Set(check(before).map(identify));
	return problems.filter((problem) => !known.has(identify(problem))).map(tell);
}

/** Add to a problem what its rule states. */
export function tell(problem: Problem): ToldProblem {
	return { ...problem, states: rules.find(({ id }) => id === problem.rule)?.states ?? '' };
}

function check(archive: ArchiveSource): Problem[] {
	const { problems, failures } = checkArchive(archive, rules);
	const [failure] = failures;
	if (failure) throw new Error(`Rule ${failure.rule} failed.`, { cause: failure.error });
	return problems;
}

function identify({ rule, file, message }: Problem): string {
	// What an old problem suggests may change with what is added.
	return JSON.stringify([rule, file, message.replace(/ Did you mean .*$/, '')]);
}
