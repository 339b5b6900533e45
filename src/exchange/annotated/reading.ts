import type { RatedDocument, RatedError, RatedSegment, Rating } from '../../model/ratings.ts';
import { judgeLabels, type Judged } from '../crosswalk.ts';

/** Something that whoever imports a file should know; one that `stops` lets nothing be imported. */
export type Remark = {
	/** Counted from 1; of JSON that is one value, of the record in it. */
	line: number;
	column?: number | undefined;
	message: string;
	stops?: boolean | undefined;
};

/** What a format could not hold, and how often that was so. */
export type Loss = { what: string; count: number };

/** What a file of a format says. */
export type SetReading = { documents: RatedDocument[]; remarks: Remark[] };

/** What was written, file by file, with all that could not be. */
export type SetWriting = { text: string; losses: Loss[] };

/** Takes a file line by line, so that no file need be in memory as a whole. */
export type LineReader = { read(line: string, number: number): void };

/** How a format is read from and written to. */
export type SetFormat = {
	name: string;
	title: string;
	/** Open a reader that adds what it reads to `set`. */
	reader?: (set: SetBuilder) => LineReader;
	/** Read a whole file into `set`; `texts` are the text files given with it. */
	read?: (set: SetBuilder, text: string, texts: readonly string[]) => void;
	write(
		documents: readonly RatedDocument[],
		losses: LossCounter,
		write: (part: string) => void,
	): void;
};

/** Counts what a writer has to leave out. */
export class LossCounter {
	readonly #counts = new Map<string, number>();

	add(what: string, count = 1): void {
		if (count > 0) this.#counts.set(what, (this.#counts.get(what) ?? 0) + count);
	}

	list(): Loss[] {
		return [...this.#counts].map(([what, count]) => ({ what, count }));
	}
}

type Place = { line: number; column?: number | undefined };

type SegmentKey = Pick<RatedSegment, 'id' | 'position' | 'source' | 'target'> & {
	system: string;
	document: string;
};

/** Gathers documents out of ratings that come in any order. */
export class SetBuilder {
	readonly remarks: Remark[] = [];
	readonly #systems = new Map<string, Map<string, DocumentParts>>();
	readonly #repeated = new Map<
		string,
		{ remark: Remark; count: number; message: (n: number) => string }
	>();
	readonly #unknown = new Set<string>();

	/** Find the document of a system, or begin it. */
	document(system: string, name: string): RatedDocument {
		return this.#parts(system, name).document;
	}

	/** Find a segment, or begin it. One whose text differs from that of its namesake is another. */
	segment({ system, document, id, position, source, target }: SegmentKey): RatedSegment {
		const parts = this.#parts(system, document);
		const key = position === undefined ? id : JSON.stringify([id, position]);
		const namesakes = parts.segments.get(key) ?? [];
		const known = namesakes.find((one) => one.source === source && one.target === target);
		if (known) return known;
		const segment: RatedSegment = {
			id,
			...(position !== undefined && { position }),
			source,
			target,
			ratings: [],
		};
		parts.segments.set(key, [...namesakes, segment]);
		parts.document.segments.push(segment);
		return segment;
	}

	/** Find a rater's rating of a segment, or begin it. */
	rating(segment: RatedSegment, rater: string): Rating {
		const known = segment.ratings.find((one) => one.rater === rater);
		if (known) return known;
		const rating: Rating = { rater, errors: [] };
		segment.ratings.push(rating);
		return rating;
	}

	/** Judge labels; an unknown one is remarked where it is first met, and stops the import. */
	judge(
		category: string,
		severity: string,
		place: Place,
	): Pick<RatedError, 'kind' | 'type' | 'level'> {
		const judged: Judged = judgeLabels(category, severity);
		if (!('unknown' in judged)) return judged;
		const key = JSON.stringify([judged.unknown, judged.label]);
		if (!this.#unknown.has(key))
			this.remark({
				...place,
				stops: true,
				message: `The ${judged.unknown} “${judged.label}” is not known. Add it to src/exchange/crosswalk.ts, or correct it in the file.`,
			});
		this.#unknown.add(key);
		return { kind: 'error', type: null, level: null };
	}

	remark(remark: Remark): void {
		this.remarks.push(remark);
	}

	/** Refuse the file; nothing of the import is kept. */
	refuse(place: Place, message: string): void {
		this.remark({ ...place, message, stops: true });
	}

	/** Remark what recurs once, where it is first met, with how often it is. */
	count(line: number, message: (count: number) => string): void {
		const key = message(0);
		const known = this.#repeated.get(key);
		if (known) {
			known.count++;
			known.remark.message = message(known.count);
			return;
		}
		const remark: Remark = { line, message: message(1) };
		this.#repeated.set(key, { remark, count: 1, message });
		this.remarks.push(remark);
	}

	/** Remark no-break spaces in identifiers. */
	checkNames(line: number, ...names: string[]): void {
		if (names.some((name) => name.includes('\u00a0')))
			this.count(
				line,
				(count) => `${count} rows have a no-break space in an identifier; it is kept.`,
			);
	}

	documents(): RatedDocument[] {
		return [...this.#systems.values()].flatMap((documents) =>
			[...documents.values()].map(({ document }) => document),
		);
	}

	#parts(system: string, name: string): DocumentParts {
		const documents = this.#systems.get(system) ?? new Map<string, DocumentParts>();
		this.#systems.set(system, documents);
		let parts = documents.get(name);
		if (!parts) {
			parts = { document: { system, document: name, segments: [] }, segments: new Map() };
			documents.set(name, parts);
		}
		return parts;
	}
}

type DocumentParts = { document: RatedDocument; segments: Map<string, RatedSegment[]> };

/** Write documents in a format, as one text. */
export function writeSet(format: SetFormat, documents: readonly RatedDocument[]): SetWriting {
	const losses = new LossCounter();
	const parts: string[] = [];
	format.write(documents, losses, (part) => parts.push(part));
	return { text: parts.join(''), losses: losses.list() };
}

/** Read one file of a format; lines end at a line feed and nowhere else. */
export function readSet(
	format: SetFormat,
	text: string,
	texts: readonly string[] = [],
): SetReading {
	const set = new SetBuilder();
	const body = text.startsWith('\ufeff') ? text.slice(1) : text;
	if (body !== text)
		set.remark({ line: 1, message: 'A byte-order mark at the beginning is passed over.' });
	if (format.reader) {
		const reader = format.reader(set);
		for (const [index, line] of body.split('\n').entries()) reader.read(line, index + 1);
	}
	format.read?.(set, body, texts);
	return { documents: set.documents(), remarks: set.remarks };
}
