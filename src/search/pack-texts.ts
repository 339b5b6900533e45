import type { Section, TextPage } from './text-page.ts';

/**
 * The texts of an article as they are stored: what all sections have is written as columns, and types by number,
 * which makes a file of texts a sixth shorter when it is packed.
 */
export type PackedText = Omit<TextPage, 'sections'> & {
	allTypes: string[];
	ids: string[];
	labels: string[];
	severities: string[];
	types: number[][];
	/** How many of the texts are a note’s exact words and correction: 0, 1 or 2. */
	leads: number[];
	isBag: boolean;
	texts: string[][];
};

/** Pack the texts of an article; `unpackTexts` gives them back. */
export function packTexts(pages: readonly TextPage[]): PackedText[] {
	return pages.map(({ sections, ...page }) => {
		const allTypes = [...new Set(sections.flatMap(({ types }) => types))];
		return {
			...page,
			allTypes,
			ids: sections.map(({ id }) => id),
			labels: sections.map(({ label }) => label),
			severities: sections.map(({ severities }) => severities.join(' ')),
			types: sections.map(({ types }) => types.map((type) => allTypes.indexOf(type))),
			leads: sections.map(({ exact, correction }) =>
				exact === undefined ? 0 : correction === undefined ? 1 : 2,
			),
			isBag: sections.some(({ isBag }) => isBag === true),
			texts: sections.map(({ texts }) => texts),
		};
	});
}

export function unpackTexts(packed: readonly PackedText[]): TextPage[] {
	return packed.map(
		({ allTypes, ids, labels, severities, types, leads, isBag, texts, ...page }) => ({
			...page,
			sections: ids.map((id, at): Section => {
				const own = texts[at] ?? [];
				const lead = leads[at] ?? 0;
				return {
					id,
					label: labels[at] ?? '',
					severities: severities[at]?.split(' ').filter(Boolean) ?? [],
					types: types[at]?.flatMap((type) => allTypes[type] ?? []) ?? [],
					exact: lead > 0 ? own[0] : undefined,
					correction: lead > 1 ? own[1] : undefined,
					texts: own,
					...(isBag ? { isBag } : {}),
				};
			}),
		}),
	);
}
