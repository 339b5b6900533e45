import type { Name } from '../model/authorities.ts';

/**
 * List groups of spellings for the search, one for each person or organisation that is written in several ways. Who
 * is met by surname alone is looked for by surname alone in the language of the original too.
 */
export function listSpellings(names: Iterable<Name>): string[][] {
	return Array.from(names, ({ name, spellings, original_name }) => {
		const isMetBySurname = spellings.includes(lastWordOf(name));
		const original = original_name === undefined ? [] : [original_name];
		const surname = isMetBySurname ? original.map(lastWordOf) : [];
		return [...new Set([...spellings, name, ...original, ...surname])];
	}).filter((group) => group.length > 1);
}

function lastWordOf(name: string): string {
	return name.split(' ').at(-1) ?? name;
}
