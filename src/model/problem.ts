/** Something an author must mend, said so that they can. Lines and columns count from 1. */
export type Problem = {
	/** The rule's permanent id, a statement of the good state. */
	rule: string;
	/** From the project's root. */
	file: string;
	line: number;
	column: number;
	/** What is wrong, in one sentence with the author's own words in it. */
	message: string;
	/** Facts that show it: what was expected and found, or the nearest candidates. */
	evidence: { label: string; value: string; where?: string | undefined }[];
	/** What to do next. */
	hint: string;
};
