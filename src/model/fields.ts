import { z } from 'zod';
import { isPublicationDate, parseEdtfDate } from './edtf-date.ts';
import { findRights } from './rights.ts';

/** Fields that several schemas share. `params.rule` names the rule that reports a bad value. */

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A permanent name in lower-case letters, digits and single hyphens. */
export const idField = z.string().refine((id) => kebabCase.test(id), {
	error: 'is not in lower-case letters, digits and single hyphens',
	params: { rule: 'ids-are-kebab-case' },
});

/** Text that says something. */
export const textField = z.string().refine((text) => text.trim() !== '', { error: 'is empty' });

const edtfField = z.string().refine((date) => parseEdtfDate(date) !== undefined, {
	error: 'is not an EDTF date',
	params: { rule: 'dates-are-edtf' },
	// Of what is no date nothing else is asked; a union with it then speaks for itself.
	abort: true,
});

/** A date with the evidence for it. */
export const datedField = z.strictObject({
	date: z.union([z.literal('unknown'), edtfField], {
		error: 'is neither an EDTF date nor unknown',
	}),
	evidence: textField,
});

/** A date of publication with the evidence for it. Search has a filter for each year that it may mean. */
export const publishedField = datedField.extend({
	date: datedField.shape.date.refine((date) => date === 'unknown' || isPublicationDate(date), {
		error: 'is no date of publication: its years are too many, or not from 1000 to 2999',
		params: { rule: 'dates-are-edtf' },
	}),
});

/** A date of ours, known to the day. */
export const dateField = edtfField;

/** A rightsstatements.org URI or an SPDX identifier. */
export const rightsField = z.string().refine((id) => findRights(id) !== undefined, {
	error: 'is not a rights statement that the archive knows',
	params: { rule: 'rights-are-stated' },
});

/** An address on the web, or what is known instead of one. */
export const addressField = z.union(
	[z.literal('unknown'), z.literal('none'), z.url({ protocol: /^https?$/ })],
	{
		error: 'is neither a web address nor unknown nor none',
	},
);
