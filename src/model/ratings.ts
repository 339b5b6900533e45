import { z } from 'zod';
import { isTypeId, severities, type TypeId } from './typology.ts';

/**
 * A set of rated translations as other tools exchange it: what raters marked in the segments of documents that
 * systems translated. Offsets count Unicode code points of a segment's source or target, `end` exclusive.
 */

const sideField = z.enum(['source', 'target']);
export type Side = z.infer<typeof sideField>;

const extraField = z.record(z.string(), z.unknown());

/** A stretch of one side of a segment; it may be empty, and hold nothing but white space. */
const ratedSpanSchema = z
	.strictObject({ side: sideField, start: z.int().nonnegative(), end: z.int().nonnegative() })
	.refine(({ start, end }) => start <= end, { error: 'ends before it begins' });
export type RatedSpan = z.infer<typeof ratedSpanSchema>;

/** How grave an error is: as the archive grades notes, and `neutral` for what other tools charge nothing. */
export const levels = ['neutral', ...severities] as const;
export type Level = (typeof levels)[number];

const ratedErrorSchema = z.strictObject({
	/** `none` says that a rater found no error; `check` is an attention check, neither scored nor shown. */
	kind: z.enum(['error', 'none', 'check']),
	side: sideField,
	/** Empty for an error of the whole segment. */
	spans: z.array(ratedSpanSchema),
	/** As the set writes them. */
	category: z.string(),
	severity: z.string(),
	/** What they are in our typology; nothing where it has no such type or level. */
	type: z.custom<TypeId>((id) => typeof id === 'string' && isTypeId(id)).nullable(),
	level: z.enum(levels).nullable(),
	correction: z.string().optional(),
	explanation: z.string().optional(),
	/** What else the set says of it, as written there. */
	extra: extraField.optional(),
});
export type RatedError = z.infer<typeof ratedErrorSchema>;

const ratingSchema = z.strictObject({
	rater: z.string(),
	/** The rater's score of the whole segment, where one was given. */
	score: z.number().optional(),
	errors: z.array(ratedErrorSchema),
	extra: extraField.optional(),
});
export type Rating = z.infer<typeof ratingSchema>;

const languagesSchema = z.strictObject({
	source: z.string().optional(),
	target: z.string().optional(),
});

export type RatedSegment = {
	id: string;
	/** Its number within the document, where the set has one beside the id. */
	position?: string | undefined;
	source: string;
	target: string;
	ratings: Rating[];
	extra?: { [name: string]: unknown } | undefined;
};

/** One document as one system translated it. */
export type RatedDocument = {
	system: string;
	document: string;
	languages?: z.infer<typeof languagesSchema> | undefined;
	segments: RatedSegment[];
};

/** An imported article as lists need it; its texts stay on disk, from `folder`. */
export type RatedEntry = Pick<RatedDocument, 'system' | 'document' | 'languages'> & {
	number: number;
	/** From the content folder: `articles/8-some-words`. */
	folder: string;
	title: string;
	/** A rights statement of its record. */
	rights: string;
	/** Where it was imported from, in a sentence. */
	evidence: string;
	segments: number;
	/** SHA-256 of the segments’ sources: two that have it in common translate one text. */
	originalHash: string;
	raters: string[];
	errors: number;
};

/**
 * A row of `ratings.jsonl`. The first is of the set; one follows for each line of `capture.txt`, the segment's
 * translation, and of `original.txt`, its source. A row repeats a text only where a line cannot hold it.
 */
export const ratingsRowSchema = z.discriminatedUnion('row', [
	z.strictObject({
		row: z.literal('set'),
		format: z.string(),
		system: z.string(),
		document: z.string(),
		languages: languagesSchema.optional(),
		/** Of all that was imported, by which a set is known again. */
		digest: z.string(),
	}),
	z.strictObject({
		row: z.literal('segment'),
		id: z.string(),
		position: z.string().optional(),
		source: z.string().optional(),
		target: z.string().optional(),
		ratings: z.array(ratingSchema),
		extra: extraField.optional(),
	}),
]);
export type RatingsRow = z.infer<typeof ratingsRowSchema>;
export type SetRow = Extract<RatingsRow, { row: 'set' }>;

/** The line that stands for a text in a file of lines: line ends become spaces, what UTF-8 cannot hold a U+FFFD. */
export function lineOf(text: string): string {
	return text.replace(/[\r\n]/g, ' ').toWellFormed();
}

/** Write a document as the three files of an article's folder. */
export function writeRatings(
	document: RatedDocument,
	set: Pick<SetRow, 'format' | 'digest'>,
): { ratings: string; capture: string; original: string } {
	const { system, document: name, languages, segments } = document;
	const head: SetRow = {
		row: 'set',
		format: set.format,
		system,
		document: name,
		...(languages && { languages }),
		digest: set.digest,
	};
	const rows = segments.map(({ id, position, source, target, ratings, extra }): RatingsRow => ({
		row: 'segment',
		id,
		...(position !== undefined && { position }),
		...(lineOf(source) !== source && { source }),
		...(lineOf(target) !== target && { target }),
		ratings,
		...(extra && { extra }),
	}));
	const lines = (texts: string[]) => texts.map((text) => `${text}\n`).join('');
	return {
		ratings: lines([head, ...rows].map((row) => JSON.stringify(row))),
		capture: lines(segments.map(({ target }) => lineOf(target))),
		original: lines(segments.map(({ source }) => lineOf(source))),
	};
}

/** Put a document together from its rows and the lines of its texts; nothing where they do not fit together. */
export function joinRatings(
	rows: readonly RatingsRow[],
	capture: string,
	original: string,
): RatedDocument | undefined {
	const [head, ...rest] = rows;
	const [targets, sources] = [capture.split('\n'), original.split('\n')];
	if (head?.row !== 'set') return undefined;
	if (targets.length !== rest.length + 1 || sources.length !== rest.length + 1) return undefined;
	const segments: RatedSegment[] = [];
	for (const [index, row] of rest.entries()) {
		if (row.row !== 'segment') return undefined;
		const { id, position, ratings, extra } = row;
		segments.push({
			id,
			...(position !== undefined && { position }),
			source: row.source ?? sources[index] ?? '',
			target: row.target ?? targets[index] ?? '',
			ratings,
			...(extra && { extra }),
		});
	}
	const { system, document, languages } = head;
	return { system, document, ...(languages && { languages }), segments };
}
