import type { Citable } from './citable.ts';
import { formatCslJson, makeCslItem, type CslItem } from './csl-item.ts';
import { formatBiblatex, formatBibtex } from './format-bibtex.ts';
import { formatCitation } from './format-citation.ts';
import { formatGost100, formatGost5 } from './format-gost.ts';
import { formatRis } from './format-ris.ts';
import { createStyleFormatter, type StyledCitation } from './format-styles.ts';
import { findAnswers } from './kept-answers.ts';
import { formatWikipedia } from './format-wikipedia.ts';

/** A citation as a page shows it; plain text but for `referenceHtml`, and `inText` where a style has it. */
export type Citation = {
	reference: string;
	referenceHtml?: string;
	inText?: string;
};

export type CitationStyle = {
	id:
		| 'apa'
		| 'mla'
		| 'chicago-notes'
		| 'chicago-author-date'
		| 'gost-r-7.0.100-2018'
		| 'gost-r-7.0.5-2008'
		| 'plain'
		| 'wikipedia';
	label: string;
	/** BCP 47: of the words that the style itself sets. */
	language: 'en' | 'ru';
	/** What `inText` is. */
	inTextLabel?: 'In text' | 'Note';
	format: (citable: Citable) => Citation;
};

/** The texts of the CSL files in `styles/`. */
export type StyleTexts = {
	apa: string;
	mla: string;
	chicagoNotes: string;
	chicagoAuthorDate: string;
	/** The CSL locale `en-US`. */
	locale: string;
};

/**
 * List the styles in which everything can be cited, in the order of a page. Each CSL style starts when it is
 * first asked: make the list once and keep it.
 */
export function createCitationStyles(texts: StyleTexts): CitationStyle[] {
	let last: { citable: Citable; item: CslItem } | undefined;
	/** Make the item of what is cited once for all styles. */
	const itemOf = (citable: Citable) => {
		if (last?.citable !== citable) last = { citable, item: makeCslItem(citable) };
		return last.item;
	};
	const withCsl = (style: string, answers: Map<string, StyledCitation>) => {
		const formatter = createStyleFormatter({ style, locale: texts.locale }, answers);
		return (citable: Citable): Citation => {
			const paragraph = citable.note ? undefined : citable.paragraph;
			return formatter(itemOf(citable), { paragraph });
		};
	};
	return [
		{
			id: 'apa',
			label: 'APA, 7th edition',
			language: 'en',
			inTextLabel: 'In text',
			format: withCsl(texts.apa, findAnswers('apa')),
		},
		{
			id: 'mla',
			label: 'MLA, 9th edition',
			language: 'en',
			inTextLabel: 'In text',
			format: withCsl(texts.mla, findAnswers('mla')),
		},
		{
			id: 'chicago-notes',
			label: 'Chicago, 18th edition, notes',
			language: 'en',
			inTextLabel: 'Note',
			format: withCsl(texts.chicagoNotes, findAnswers('chicago-notes')),
		},
		{
			id: 'chicago-author-date',
			label: 'Chicago, 18th edition, author-date',
			language: 'en',
			inTextLabel: 'In text',
			format: withCsl(texts.chicagoAuthorDate, findAnswers('chicago-author-date')),
		},
		{
			id: 'gost-r-7.0.100-2018',
			label: 'ГОСТ Р 7.0.100–2018',
			language: 'ru',
			inTextLabel: 'In text',
			format: formatGost100,
		},
		{
			id: 'gost-r-7.0.5-2008',
			label: 'ГОСТ Р 7.0.5–2008',
			language: 'ru',
			inTextLabel: 'In text',
			format: formatGost5,
		},
		{
			id: 'plain',
			label: 'Plain text',
			language: 'en',
			format: (citable) => ({ reference: formatCitation(citable) }),
		},
		{
			id: 'wikipedia',
			label: 'Wikipedia',
			language: 'en',
			format: (citable) => ({ reference: formatWikipedia(citable) }),
		},
	];
}

export type CitationFile = {
	/** The name of the file in the folder of a revision: see `addressOf.revisionFile`. */
	name: string;
	label: string;
	mediaType: string;
	format: (citable: Citable) => string;
};

/** The files in which an article is cited, in the order of a page; UTF-8. */
export const citationFiles: readonly CitationFile[] = [
	{
		name: 'cite.ris',
		label: 'RIS (Zotero, EndNote, Mendeley)',
		mediaType: 'application/x-research-info-systems',
		format: formatRis,
	},
	{
		name: 'cite.bib',
		label: 'BibLaTeX',
		mediaType: 'application/x-bibtex',
		format: formatBiblatex,
	},
	{
		name: 'cite.bibtex.bib',
		label: 'BibTeX',
		mediaType: 'application/x-bibtex',
		format: formatBibtex,
	},
	{
		name: 'cite.csl.json',
		label: 'CSL-JSON',
		mediaType: 'application/vnd.citationstyles.csl+json',
		format: formatCslJson,
	},
];
