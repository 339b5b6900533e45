import { distance } from 'fastest-levenshtein';

/** No name is offered that shares less than this with what was written. */
const MIN_SIMILARITY = 0.5;
/** A name that contains what was written, such as CC0-1.0 for CC0, is as good as one that resembles it so much. */
const PART_SIMILARITY = 0.7;
const MIN_PART = 3;
/** What is longer is no slip of the keys, and costly to compare. */
const MAX_LENGTH = 100;

/** Suggest the names nearest to `written`, best first; none where nothing resembles it. */
export function suggestNames(written: string, names: Iterable<string>, count = 1): string[] {
	if (written.length > MAX_LENGTH) return [];
	return [...new Set(names)]
		.map((name) => ({ name, similarity: similarityOf(written, name) }))
		.filter(({ similarity }) => similarity >= MIN_SIMILARITY)
		.sort((a, b) => b.similarity - a.similarity || (a.name < b.name ? -1 : 1))
		.slice(0, count)
		.map(({ name }) => name);
}

/** Ask whether the nearest name was meant, to follow a sentence; empty where nothing resembles it. */
export function askForNearest(written: string, names: Iterable<string>): string {
	const [nearest] = suggestNames(written, names);
	return nearest === undefined ? '' : ` Did you mean \`${nearest}\`?`;
}

function similarityOf(written: string, name: string): number {
	const [a, b] = [written.toLowerCase(), name.toLowerCase()];
	const similarity = 1 - distance(a, b) / Math.max(a.length, b.length, 1);
	return a.length >= MIN_PART && b.includes(a) ? Math.max(similarity, PART_SIMILARITY) : similarity;
}

/** Make a name out of what was written: lower-case letters a to z, digits and single hyphens; empty where none is left. */
export function toKebabCase(text: string): string {
	const plain = text
		.slice(0, 80)
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/(?<=[a-z])(?=[A-Z])/g, '-')
		.toLowerCase();
	return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
}
