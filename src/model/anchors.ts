import { z } from 'zod';

/**
 * Where the notes of one article stand in its captured text, kept so that positions can be published when
 * the capture is not attached. Offsets are Unicode code points of the captured text, `end` exclusive.
 */
export const anchorsSchema = z.strictObject({
	capture_sha256: z.string(),
	/** Code points of the captured text. */
	length: z.int().nonnegative(),
	/** Words of the captured text. */
	words: z.int().nonnegative(),
	/** [start, end) of each paragraph, p1 first. */
	paragraphs: z.array(z.tuple([z.int(), z.int()])),
	/** [start, end) of each sentence, in the order of the text. */
	sentences: z.array(z.tuple([z.int(), z.int()])),
	notes: z.array(
		z.strictObject({
			note: z.string(),
			start: z.int().nonnegative(),
			end: z.int().positive(),
			exact: z.string(),
			prefix: z.string(),
			suffix: z.string(),
		}),
	),
});
export type Anchors = z.infer<typeof anchorsSchema>;
