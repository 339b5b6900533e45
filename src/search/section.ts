/**
 * A part of an article that a search result can name: a paragraph or a note. Pagefind gives a result's
 * section one free string, its title; it carries the section's severities and types beside the label, so
 * that a filter holds for the section and not only for the article around it.
 */
export type Section = { label: string; severities: string[]; types: string[] };

/** Write a section into the string that the index keeps for it. */
export function formatSection({ label, severities, types }: Section): string {
	return [label, severities.join(','), types.join(',')].join('|');
}

/** Read a section back from its string. */
export function parseSection(text: string): Section {
	const [label = '', severities = '', types = ''] = text.split('|');
	return { label, severities: listOf(severities), types: listOf(types) };
}

function listOf(text: string): string[] {
	return text === '' ? [] : text.split(',');
}
