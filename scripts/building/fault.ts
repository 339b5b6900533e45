/** What the system answers where a site cannot be written, in words for whoever must act. */
const SYSTEM_FAULTS: { [code: string]: string } = {
	ENOSPC: 'The disk is full',
	EDQUOT: 'The disk quota is used up',
	EFBIG: 'A file grew larger than is allowed here',
	EIO: 'The disk failed',
	EROFS: 'The disk may only be read',
	EACCES: 'Permission is denied',
	EPERM: 'Permission is denied',
	ENOTDIR: 'A file stands in the place of a folder',
	EEXIST: 'A file stands in the place of a folder',
	EISDIR: 'A folder stands in the place of a file',
	EBUSY: 'A folder is in use or a disk of its own',
	EXDEV: 'A folder is a disk of its own',
	EMFILE: 'Too many files are open',
	ENFILE: 'Too many files are open',
};

/** What tools that are not written in JavaScript print in place of a code. */
const FOREIGN_WORDS: readonly [RegExp, string][] = [
	[/no space left on device|os error 28\b/i, 'ENOSPC'],
	[/disk quota exceeded|os error 122\b/i, 'EDQUOT'],
	[/read-only file system|os error 30\b/i, 'EROFS'],
	[/file too large|os error 27\b/i, 'EFBIG'],
	[/permission denied|os error 13\b/i, 'EACCES'],
];

/** A fault that the reader of the message can mend: it is told in one line, without a stack. */
export class BuildFault extends Error {}

/**
 * Say in a few words what the system refused, where `error` or what caused it is such a refusal: “The disk is
 * full (ENOSPC)”. Returns nothing where it is a fault of the code.
 */
export function describeRefusal(error: unknown): string | undefined {
	for (const cause of listCauses(error)) {
		const { code, path, dest, message } = cause as NodeJS.ErrnoException & { dest?: string };
		const known = code !== undefined && code in SYSTEM_FAULTS ? code : findCode(message);
		if (known === undefined) continue;
		return `${SYSTEM_FAULTS[known]} (${[known, dest ?? path].filter(Boolean).join(', ')})`;
	}
	return undefined;
}

function findCode(message: string): string | undefined {
	const code = /\b(E[A-Z]{2,7}): /.exec(message)?.[1];
	if (code !== undefined && code in SYSTEM_FAULTS) return code;
	return FOREIGN_WORDS.find(([words]) => words.test(message))?.[1];
}

/** List an error, what caused it and what it gathers, outermost first. */
function listCauses(error: unknown): Error[] {
	if (!(error instanceof Error)) return [];
	const gathered = error instanceof AggregateError ? (error.errors as unknown[]) : [];
	return [error, ...[error.cause, ...gathered].flatMap(listCauses)];
}
