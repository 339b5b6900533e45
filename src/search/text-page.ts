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

/** Where each page of the index has its text: in which file, and how many passages that are. */
export type TextDirectory = {
	files: string[];
	/** By the name that the index has for a page. */
	pages: Record<string, [file: number, passages: number]>;
};
