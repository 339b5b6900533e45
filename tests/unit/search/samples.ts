import { listTerms } from '../../../src/search/index-page.ts';
import type { SearchIndex } from '../../../src/search/open-index.ts';
import type { Section, TextPage } from '../../../src/search/text-page.ts';

export const section = (id: string, texts: string[], rest: Partial<Section> = {}): Section => ({
	id,
	label: `Passage ${id}`,
	severities: [],
	types: [],
	texts,
	...rest,
});

export const textPage = (sections: Section[], rest: Partial<TextPage> = {}): TextPage => ({
	article: 7,
	title: 'A regulator blocks a messenger',
	layer: 'captured',
	day: '2018-11-08',
	years: ['2018'],
	outlet: 'daily-mirror-site',
	verdict: 'machine-translated',
	sections,
	...rest,
});

/** An index of pages by their number, which finds what begins with a term, too. */
export function indexOf(pages: readonly TextPage[], lost: readonly number[] = []): SearchIndex {
	const terms = pages.map(({ sections }) => listTerms(sections.flatMap(({ texts }) => texts)));
	return {
		findPlaces: (term) =>
			Promise.resolve(
				[...pages.keys()].filter((page) => terms[page]?.some((held) => held.startsWith(term))),
			),
		openTexts: (numbers = [...pages.keys()]) => {
			const missing = numbers.filter((page) => lost.includes(page));
			return Promise.resolve({
				pages: numbers.filter((page) => !lost.includes(page)).flatMap((page) => pages[page] ?? []),
				missingPassages: missing.reduce(
					(sum, page) => sum + (pages[page]?.sections.length ?? 0),
					0,
				),
				hasMore: false,
			});
		},
	};
}
