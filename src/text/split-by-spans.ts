/** A named stretch of a text, in UTF-16 code units, `end` exclusive. */
export type Span = { id: string; startCodeUnit: number; endCodeUnit: number };

/** A stretch of text that is covered by the same spans throughout. */
export type Segment = {
	text: string;
	/** Ids of the spans that cover the segment, outermost (earliest begun, longest) first. */
	covering: string[];
	/** Ids of the spans that begin with the segment, in the same order. */
	beginning: string[];
	/** Ids of the spans that end with the segment, in the same order. */
	ending: string[];
};

/**
 * Split `text` into segments at every boundary of `spans`, which may nest, cross, adjoin or coincide.
 * The segments' texts joined are `text`, unchanged. Spans that are empty or lie outside `text` are an
 * error of the caller's and throw.
 */
export function splitBySpans(text: string, spans: readonly Span[]): Segment[] {
	for (const { id, startCodeUnit, endCodeUnit } of spans)
		if (startCodeUnit < 0 || startCodeUnit >= endCodeUnit || endCodeUnit > text.length)
			throw new RangeError(
				`Span ${id} [${startCodeUnit}, ${endCodeUnit}) is not in a text of ${text.length}.`,
			);

	const outermostFirst = [...spans].sort(
		(a, b) => a.startCodeUnit - b.startCodeUnit || b.endCodeUnit - a.endCodeUnit,
	);
	const boundaries = new Set([0, text.length]);
	for (const span of spans) boundaries.add(span.startCodeUnit).add(span.endCodeUnit);
	const cuts = [...boundaries].sort((a, b) => a - b);

	const segments: Segment[] = [];
	for (const [index, start] of cuts.slice(0, -1).entries()) {
		const end = cuts[index + 1] ?? text.length;
		const covering = outermostFirst.filter(
			(span) => span.startCodeUnit <= start && end <= span.endCodeUnit,
		);
		segments.push({
			text: text.slice(start, end),
			covering: covering.map((span) => span.id),
			beginning: covering.filter((span) => span.startCodeUnit === start).map((span) => span.id),
			ending: covering.filter((span) => span.endCodeUnit === end).map((span) => span.id),
		});
	}
	return segments;
}
