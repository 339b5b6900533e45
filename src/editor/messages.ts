import { z } from 'zod';
import type { Problem } from '../model/problem.ts';

/** What the editor in the browser and the development server say to each other, as JSON. */

const optionalText = z.string().max(4000).optional();

/** A note as its author filled it in; the place is in UTF-16 code units of its paragraph. */
const draftSchema = z.strictObject({
	paragraph: z.int().positive(),
	startCodeUnit: z.int().nonnegative(),
	endCodeUnit: z.int().positive(),
	type: z.string().max(100),
	severity: z.string().max(100),
	confidence: z.string().max(100),
	/** Markdown, as it was typed. */
	explanation: z.string().max(20_000),
	by: z.string().max(400),
	correction: optionalText,
	original: optionalText,
	originalOccurrence: z.int().positive().optional(),
	reading: optionalText,
	term: optionalText,
});
export type NoteDraft = z.infer<typeof draftSchema>;

const changeSchema = z.discriminatedUnion('kind', [
	z.strictObject({ kind: z.literal('add'), draft: draftSchema }),
	z.strictObject({ kind: z.literal('edit'), id: z.string(), draft: draftSchema }),
	z.strictObject({
		kind: z.literal('withdraw'),
		id: z.string(),
		date: z.string().max(40),
		because: z.string().max(4000),
		replacedBy: optionalText,
	}),
]);
export type Change = z.infer<typeof changeSchema>;

export const openRequestSchema = z.strictObject({ article: z.int().positive() });

export const changeRequestSchema = z.strictObject({
	article: z.int().positive(),
	/** The SHA-256 of the commentary that the author was shown. */
	sha256: z.string(),
	change: changeSchema,
	/** Judge and show the change, but write nothing. */
	isTrial: z.boolean(),
	/** The notes that the author was told of and does not mind. */
	accepted: z.array(z.string()),
});
export type ChangeRequest = z.infer<typeof changeRequestSchema>;

/** A note of the commentary as the editor shows it. */
export type ShownNote = NoteDraft & { id: string; isWithdrawn: boolean };

/** All that the editor must know of an article. */
export type OpenedArticle = {
	/** Of the commentary. */
	sha256: string;
	/** Changes with every file of the article; the page says of which state it is. */
	digest: string;
	paragraphs: { number: number; captured: string; reading: string }[];
	notes: ShownNote[];
	terms: { id: string; source: string }[];
	/** The layers of work that notes come from. */
	layers: string[];
	isOriginalHeld: boolean;
	/** How many words may be quoted, and the rule that says so; nothing where the capture may be distributed. */
	quoteLimit: { words: number; states: string } | undefined;
};

/** A note that a new one nearly repeats, and why it seems so. */
export type NearNote = { id: string; type: string; captured: string; isSameType: boolean };

/** A problem with what its rule states. */
export type ToldProblem = Problem & { states: string };

/** What the server says to a change. */
export type ChangeAnswer =
	| { kind: 'written'; id: string; sha256: string }
	/** Nothing was written, as was asked. */
	| { kind: 'planned'; id: string; note: string; near: NearNote[] }
	/** Nothing was written: the author may write it all the same. */
	| { kind: 'warned'; id: string; note: string; near: NearNote[] }
	/** Nothing was written: the archive would have these problems. */
	| { kind: 'refused'; problems: ToldProblem[] }
	/** Nothing was written: the file is no longer what the author was shown. */
	| {
			kind: 'conflict';
			path: string;
			text: string;
			sha256: string;
			/** The note as it would be written into the file as it is now, where it can be. */
			note: string | undefined;
	  };
