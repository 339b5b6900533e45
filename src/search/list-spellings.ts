import type { Name } from '../model/authorities.ts';

/**
 * List groups of spellings for the search, one for each person or organisation that is written in several ways. An
 * abbreviation in brackets is a spelling of its own. Who is met by surname alone is looked for by surname alone in
 * the language of the original too.
 */
export function listSpellings(names: Iterable<Name>): string[][] {
	return Array.from(names, ({ name, spellings, original_name }) => {
		const isMetBySurname = spellings.includes(lastWordOf(name));
		const original = original_name === undefined ? [] : partsOf(original_name);
		const surname = isMetBySurname ? original.map(lastWordOf) : [];
		return [...new Set([...spellings, ...partsOf(name), ...original, ...surname])];
	}).filter((group) => group.length > 1);
}

function partsOf(name: string): string[] {
	return name.split(/ \(|\)/u).filter(Boolean);
}

function lastWordOf(name: string): string {
	return name.split(' ').at(-1) ?? name;
}
