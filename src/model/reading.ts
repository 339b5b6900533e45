import { z } from 'zod';
import { textField } from './fields.ts';
import { typeField } from './note.ts';
import { confidences, severities } from './typology.ts';

/**
 * One note of one of the independent readings, before adjudication, kept raw so that agreement can be
 * computed again. Offsets are code points of the captured text; the words are not repeated.
 */
export const readingSchema = z.strictObject({
	reading: z.enum(['first', 'second']),
	note: textField,
	start: z.int().nonnegative(),
	end: z.int().positive(),
	type: typeField,
	severity: z.enum(severities),
	confidence: z.enum(confidences),
});
export type Reading = z.infer<typeof readingSchema>;

/** How a difference between the readings was decided; `none` where a reading has no such note. */
export const decisionSchema = z.strictObject({
	first: textField,
	second: textField,
	/** The note that stands now, or `dropped`. */
	decided: textField,
	reason: textField,
});
export type Decision = z.infer<typeof decisionSchema>;
