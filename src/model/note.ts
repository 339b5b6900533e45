import { z } from 'zod';
import { dateField, idField, textField } from './fields.ts';
import { confidences, isTypeId, severities } from './typology.ts';

/** No quote is longer, in UTF-16 code units: searching for one of megabytes would take hours. */
const MAX_QUOTE_LENGTH = 2000;

/** Where an element of the commentary stands in the captured text: see `QuoteSelector` in text/. */
const placeFields = {
	/** The paragraph, 1 for p1. */
	p: z.int().positive(),
	captured: z.string().min(1).max(MAX_QUOTE_LENGTH),
	prefix: z.string().min(1).max(MAX_QUOTE_LENGTH).optional(),
	suffix: z.string().min(1).max(MAX_QUOTE_LENGTH).optional(),
	occurrence: z.int().positive().optional(),
};

export const typeField = z.string().refine(isTypeId, {
	error: 'is not a type of the typology',
	params: { rule: 'note-type-is-known' },
});

/** The attributes of a `<Note>`. */
export const noteSchema = z.strictObject({
	id: idField,
	...placeFields,
	/** A phrase of the reading version's paragraph that renders the span. */
	reading: textField.optional(),
	type: typeField.transform((type) => type),
	severity: z.enum(severities),
	confidence: z.enum(confidences),
	/** The likely source wording; a reconstruction unless the original is held. */
	original: textField.optional(),
	/** Which place of `original` in its paragraph is meant, where the original is held and it recurs. */
	originalOccurrence: z.int().positive().optional(),
	/** What the English should say; an editor's proposal, never the speaker's words. */
	correction: textField.optional(),
	term: idField.optional(),
	/** Which layer of the work the note comes from. */
	by: textField,
	/** The span is an obscenity planted by the host: covered on the page, kept in the data. */
	masked: z.boolean().optional(),
	/** The day on which the note was taken back; its id and its place in the commentary stay. */
	withdrawn: dateField.optional(),
	/** Why it was taken back. */
	withdrawnBecause: textField.optional(),
	/** The id of the note that stands in its place. */
	replacedBy: idField.optional(),
});
export type NoteAttributes = z.infer<typeof noteSchema>;

export const quotationStatuses = ['safe', 'paraphrase-only', 'do-not-quote'] as const;
export type QuotationStatus = (typeof quotationStatuses)[number];

/** The attributes of a `<Quotation>`: whether a direct quotation of the captured text may be quoted. */
export const quotationSchema = z.strictObject({
	...placeFields,
	speaker: textField,
	status: z.enum(quotationStatuses),
});
export type QuotationAttributes = z.infer<typeof quotationSchema>;

/** The attributes of a `<Point>`: one thing that the text gets wrong and that matters. */
export const pointSchema = z.strictObject({ note: idField });
export type PointAttributes = z.infer<typeof pointSchema>;

/** No more than this is quoted in one place from a capture that is not distributed. */
export const MAX_QUOTED_WORDS = 14;
/** More points than this and none of them stands out. */
export const MAX_POINTS = 5;
