import type { Problem } from '../src/model/problem.ts';
import { countOf } from './evidence/show.ts';

/** Format problems for a terminal, each with its place, evidence and hint, then a count. */
export function formatProblems(problems: readonly Problem[]): string {
	const files = new Set(problems.map(({ file }) => file)).size;
	const count = `${countOf(problems.length, 'problem')} in ${countOf(files, 'file')}.`;
	return `${problems.map(formatProblem).join('\n\n')}\n\n${count}`;
}

function formatProblem({ file, line, column, rule, message, evidence, hint }: Problem): string {
	const labelWidth = Math.max(0, ...evidence.map(({ label }) => label.length));
	const valueWidth = Math.max(
		0,
		...evidence.filter(({ where }) => where !== undefined).map(({ value }) => value.length),
	);
	const rows = evidence.map(({ label, value, where }) =>
		`    ${label.padEnd(labelWidth)}  ${where === undefined ? value : `${value.padEnd(Math.min(valueWidth, 60))}  ${where}`}`.trimEnd(),
	);
	return [`${file}:${line}:${column}  ${rule}`, `  ${message}`, ...rows, `  ${hint}`]
		.map(toPrintable)
		.join('\n');
}

/** Show control characters and changes of direction by their numbers: content must not steer a terminal. */
export function toPrintable(text: string): string {
	return text.replace(
		/[\p{Cc}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
		(character) =>
			`⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
	);
}
