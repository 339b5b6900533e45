import type { ArchiveSource } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';

/** One thing that holds of every archive fit to be published. A rule judges; it does not print. */
export type Rule = {
	/** Permanent, kebab-case, a statement of the good state; also the name of the rule's file. */
	id: string;
	/** The good state in one sentence. */
	states: string;
	/** `found` has the problems that the rules before this one reported. */
	check(archive: ArchiveSource, found?: readonly Problem[]): Problem[];
};
