import { z } from 'zod';
import { dateField, idField, textField } from './fields.ts';

/**
 * One line of content/dismissals.jsonl: a suggestion that an editor looked at and did not want. It holds while
 * the rule still marks these words in this place, and expires with them.
 */
export const dismissalSchema = z.strictObject({
	article: z.int().positive(),
	rule: idField,
	/** The paragraph, 1 for p1. */
	p: z.int().positive(),
	/** The first words of what was marked. */
	captured: textField,
	prefix: z.string().min(1).optional(),
	suffix: z.string().min(1).optional(),
	occurrence: z.int().positive().optional(),
	because: textField,
	on: dateField,
});
export type Dismissal = z.infer<typeof dismissalSchema>;
