import apa from '../citing/styles/apa.csl?raw';
import chicagoAuthorDate from '../citing/styles/chicago-author-date.csl?raw';
import chicagoNotes from '../citing/styles/chicago-notes-bibliography.csl?raw';
import locale from '../citing/styles/locales-en-US.xml?raw';
import mla from '../citing/styles/modern-language-association.csl?raw';
import type { Citable } from '../citing/citable.ts';
import { createCitationStyles, type Citation } from '../citing/citation-formats.ts';

/** Started once for all pages. */
const styles = createCitationStyles({ apa, mla, chicagoNotes, chicagoAuthorDate, locale });

/** A citation with the label of its style. */
type LabelledCitation = Citation & { label: string; language: 'en' | 'ru'; inTextLabel?: string };

/** Cite in every style, in the order of a page. */
export function citeInEveryStyle(citable: Citable): LabelledCitation[] {
	return styles.map(({ label, language, inTextLabel, format }) => ({
		label,
		language,
		...(inTextLabel && { inTextLabel }),
		...format(citable),
	}));
}
