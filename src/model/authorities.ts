import { z } from 'zod';
import { dateField, idField, rightsField, textField } from './fields.ts';

/** A recurring source word or construction, with what the machines made of it. */
export const termSchema = z.strictObject({
	id: idField,
	source: textField,
	language: textField,
	gloss: textField,
	/** The captured words of the notes that name it, each once, in the order of the archive; `npm run terms` writes them. */
	renderings: z
		.array(textField)
		.refine((all) => new Set(all).size === all.length, { error: 'has the same words twice' }),
	/** What it should be in English. */
	right: z.array(textField).min(1),
	explanation: textField,
});
export type Term = z.infer<typeof termSchema>;

/** A dated happening, in our own words, with the paragraphs that report it. */
export const eventSchema = z.strictObject({
	id: idField,
	date: dateField,
	title: textField,
	description: textField,
	reports: z.array(
		z.strictObject({ article: z.int().positive(), paragraphs: z.array(z.int().positive()).min(1) }),
	),
});
export type Event = z.infer<typeof eventSchema>;

/** A person or organisation, with every spelling met in the archive. */
export const nameSchema = z.strictObject({
	id: idField,
	name: textField,
	original_name: textField.optional(),
	description: textField,
	spellings: z.array(textField).min(1),
});
export type Name = z.infer<typeof nameSchema>;

/** A publisher of captured pages or of their originals. */
export const outletSchema = z.strictObject({
	id: idField,
	name: textField,
	host: textField,
	kind: textField,
	description: textField,
});
export type Outlet = z.infer<typeof outletSchema>;

/** Say whether the addresses of pages can be made by appending to `site`. */
function isFolderAddress(site: string): boolean {
	const address = URL.parse(site);
	return site === 'unset' || (!/[?#]/.test(site) && !address?.username && !address?.password);
}

/** What the archive says of itself. */
export const archiveSchema = z.strictObject({
	title: textField,
	summary: textField,
	editors: textField,
	publisher: textField,
	/** The public address, or `unset` while there is none. */
	site: z
		.union([z.literal('unset'), z.url({ protocol: /^https?$/ })], {
			error: 'is neither a web address nor unset',
		})
		.refine(isFolderAddress, { error: 'has a query, a fragment or a user name' }),
	licences: z.strictObject({
		code: rightsField,
		commentary: rightsField,
		reading: rightsField,
		data: rightsField,
	}),
	/** The note shown on the home page. */
	example: z.strictObject({ article: z.int().positive(), note: idField }),
});
export type Archive = z.infer<typeof archiveSchema>;
