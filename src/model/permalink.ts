import { z } from 'zod';
import { dateField, textField } from './fields.ts';

/** A path of the site: no host, no query, no fragment. */
const pathField = z
	.string()
	.regex(/^\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?$/, { error: 'is not a path of the site such as /a/1/' });

export const permalinkKinds = [
	'article',
	'revision',
	'history',
	'note',
	'list',
	'page',
	'data',
] as const;

/**
 * One line of content/permalinks.jsonl: an address that a release published. The file is only ever appended
 * to. An address that gains fragments has another line, with the new ones alone.
 */
export const permalinkSchema = z.strictObject({
	url: pathField,
	kind: z.enum(permalinkKinds),
	/** Of what the address identifies: an article's capture, a revision's frozen folder; else left out. */
	sha256: z
		.string()
		.regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256' })
		.optional(),
	/** The ids on the page that the line publishes: `p3`, `note-lock-for-block`. */
	fragments: z.array(textField).optional(),
	/** The day of the release. */
	since: dateField,
});
export type Permalink = z.infer<typeof permalinkSchema>;

/** One line of content/releases.jsonl: how far the ledger reached, and the hash of all that it said. */
export const releaseSchema = z.strictObject({
	date: dateField,
	reason: textField,
	/** How many lines of permalinks.jsonl there were. */
	lines: z.int().nonnegative(),
	/** SHA-256 of those lines, a line feed after each. */
	sha256: z.string().regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256' }),
});
export type Release = z.infer<typeof releaseSchema>;

/** One line of content/redirects.jsonl: a published path and the one that answers for it now. */
export const redirectSchema = z.strictObject({
	from: pathField,
	to: pathField,
	since: dateField,
	reason: textField,
});
export type Redirect = z.infer<typeof redirectSchema>;
