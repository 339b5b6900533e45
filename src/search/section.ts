/**
 * A part of an article that a search result can name: a paragraph or a note. Pagefind gives a result's
 * section one free string, its title; it carries the section's severities and types beside the label, so
 * that a filter holds for the section and not only for the article around it.
 */
export type Section = {
	label: string;
	severities: string[];
	types: string[];
	/** What a note says is printed and what the editors read; a paragraph has neither. */
	exact?: string | undefined;
	correction?: string | undefined;
};

/** What a hit in a text is called that may be searched and not shown. */
export const BAG_LABEL = 'Captured text, which may be searched and not shown';

/** Write a section into the string that the index keeps for it. */
export function formatSection({ label, severities, types, exact, correction }: Section): string {
	return JSON.stringify([label, severities, types, exact, correction].map((part) => part ?? ''));
}

/** Read a section back from its string; a string of another hand is a label and no more. */
export function parseSection(text: string): Section {
	try {
		const [label, severities, types, exact, correction] = JSON.parse(text) as [
			string,
			string[],
			string[],
			string,
			string,
		];
		return {
			label,
			severities,
			types,
			exact: exact || undefined,
			correction: correction || undefined,
		};
	} catch {
		return { label: text, severities: [], types: [] };
	}
}
