import { z } from 'zod';
import {
	addressField,
	dateField,
	datedField,
	idField,
	publishedField,
	rightsField,
	textField,
} from './fields.ts';
import { confidences } from './typology.ts';

/**
 * `full`: all layers; `excerpt`: of the captured text no more than what notes quote, shortened; `record`: the
 * record, the reading version and the notes without their quotations.
 */
export const displays = ['full', 'excerpt', 'record'] as const;
export type Display = (typeof displays)[number];

/** A person, or a name that is no person's, such as a news agency's. */
const authorField = z.union(
	[
		z.strictObject({ family: textField, given: textField.optional() }),
		z.strictObject({ name: textField }),
	],
	{ error: 'is neither a person with a family name nor a name' },
);
export type Author = z.infer<typeof authorField>;

export const verdicts = ['machine-translated', 'native', 'unclear'] as const;

/** Bibliographic and provenance data of one article. Every claim stands beside its evidence. */
export const recordSchema = z.strictObject({
	/** The accession number: the article's identity, never changed and never used again. */
	number: z.int().positive(),
	title: z.strictObject({
		/** The headline as printed, or `none` where the capture has none. */
		captured: textField,
		/** The editors' own heading. */
		supplied: textField,
		/** The headline of the text that was translated, in its own language, where it is known. */
		original: textField.optional(),
	}),
	/** Who signed the article, in the order of its byline; left out where nobody did. */
	authors: z.array(authorField).min(1).optional(),
	verdict: z.enum(verdicts),
	/** How sure the editors are of the verdict, 0 to 1. */
	verdict_confidence: z.number().min(0).max(1),
	verdict_evidence: textField,
	/** BCP 47, or `unknown`. */
	source_language: z
		.string()
		.refine(isLanguageTag, { error: 'is not a language tag such as ru or sr-Latn' }),
	engine: z.strictObject({
		name: textField,
		profile: textField,
		evidence: textField,
		version: textField.optional(),
		/** The packages of the engine and its data, with their versions, where they are known. */
		packages: z.array(textField).optional(),
		/** The command that made the captured text out of the original, where it is known. */
		command: textField.optional(),
	}),
	/** Who put the captured page on the web. */
	publisher: z.strictObject({ outlet: idField, url: addressField, evidence: textField }),
	/** The text that was translated. */
	original: z.strictObject({
		held: z.boolean(),
		outlet: idField,
		url: addressField,
		confidence: z.enum([...confidences, 'unknown']),
		evidence: textField,
	}),
	published: publishedField,
	captured: datedField,
	capture: z.strictObject({
		/** Of the captured bytes, in lower-case hexadecimal. */
		sha256: z
			.string()
			.regex(/^[0-9a-f]{64}$/, { error: 'is not a SHA-256 in 64 lower-case hexadecimal digits' }),
		distributed: z.boolean(),
		rights: rightsField,
		/** How much of the captured text a site may show; `full` where nothing is said. */
		display: z.enum(displays).optional(),
	}),
	events: z.array(idField),
	people: z.array(idField),
	organisations: z.array(idField),
	not_checked: textField,
	revisions: z
		.array(z.strictObject({ number: z.int().positive(), date: dateField, reason: textField }))
		.min(1),
	/** That the article was taken out of the archive: its addresses go on to say so. */
	withdrawn: z
		.strictObject({
			date: dateField,
			reason: textField,
			/** The accession number of the article that stands in its place. */
			replaced_by: z.int().positive().optional(),
		})
		.optional(),
});
export type Record = z.infer<typeof recordSchema>;

/** What was asked before: an archive has few languages, and asking what one is called is slow. */
const knownTags = new Map<string, boolean>();

/** Say whether `tag` is a language that can be named for readers. */
function isLanguageTag(tag: string): boolean {
	const isKnown = knownTags.get(tag) ?? hasName(tag);
	knownTags.set(tag, isKnown);
	return isKnown;
}

function hasName(tag: string): boolean {
	if (tag === 'unknown') return true;
	if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(tag)) return false;
	try {
		return new Intl.DisplayNames('en', { type: 'language' }).of(tag) !== undefined;
	} catch {
		return false;
	}
}
