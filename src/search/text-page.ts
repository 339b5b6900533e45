/** The layers of an article that are searched, each a page of the index of its own. */
export const layers = {
	reading: 'reading version',
	captured: 'captured text',
	original: 'original',
	notes: 'notes',
} as const;
export type Layer = keyof typeof layers;

/** One layer of one article, as the search opens it: what it can be filtered by, and its text as displayed. */
export type TextPage = {
	article: number;
	title: string;
	layer: Layer;
	/** The first day that it may have been published on, `YYYY-MM-DD`; empty where that is unknown. */
	day: string;
	years: string[];
	outlet: string;
	verdict: string;
	sections: Section[];
};

/** A part of an article that a search result can name: a paragraph or a note. */
export type Section = {
	/** The fragment that it has on the article's page. */
	id: string;
	label: string;
	severities: string[];
	types: string[];
	/** What a note says is printed and what the editors read; a paragraph has neither. */
	exact?: string | undefined;
	correction?: string | undefined;
	/** Verbatim, each a stretch that no phrase reaches beyond. */
	texts: string[];
	/** Of a text that may be searched and not shown: words in an order that says nothing. */
	isBag?: true;
};

/**
 * What is known of the texts without opening them. A page of the index is a file of texts, of some articles that
 * follow each other; a place in it is a passage, counted through from 0.
 */
export type TextDirectory = {
	/** `texts/<name>.packed`, by the name that the index has for it. */
	files: string[];
	/** Of each article, file by file in their order; each a column, as that packs best. */
	articles: {
		/** How many articles each file has. */
		counts: number[];
		/** The first year that it may be of, and how many; none where that is unknown. */
		firstYears: number[];
		years: number[];
		/** By number in `outletNames` and `verdictNames`. */
		outlets: number[];
		verdicts: number[];
		/** For each layer, in the order of `layers`: how many passages it has of the article. */
		passages: number[][];
	};
	outletNames: string[];
	verdictNames: string[];
	/** The file of `ArticleDays`, which only a search of a large archive in their order reads. */
	daysFile: string;
	/** The first term of each file of the index of words, in their order. */
	chunks: string[];
	/** The names of these files, `unknown_<hash>.pf_index`. */
	chunkFiles: string[];
	/** Terms that stand in so many passages that to list them would take longer than to read some texts. */
	common: string[];
};

/** The first day that each article may have been published on, in days from 1970-01-01; `null` is unknown. */
export type ArticleDays = (number | null)[];
