import { z } from 'zod';
import { textField } from './fields.ts';

/** The front matter of a hand-written page. */
export const pageSchema = z.strictObject({
	title: textField,
	/** What a search engine shows of it. */
	description: textField,
	/** Its place among the pages. */
	order: z.number(),
});
export type Page = z.infer<typeof pageSchema>;
