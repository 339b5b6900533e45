import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import apa from '../citing/styles/apa.csl?raw';
import chicagoAuthorDate from '../citing/styles/chicago-author-date.csl?raw';
import chicagoNotes from '../citing/styles/chicago-notes-bibliography.csl?raw';
import locale from '../citing/styles/locales-en-US.xml?raw';
import mla from '../citing/styles/modern-language-association.csl?raw';
import type { Citable } from '../citing/citable.ts';
import { createCitationStyles, type Citation } from '../citing/citation-formats.ts';

const FOLDER = 'node_modules/.cache/calque-citations';

/** Started once for all pages, and only where something is not kept from an earlier build. */
const styles = createCitationStyles({ apa, mla, chicagoNotes, chicagoAuthorDate, locale });

/** What cites; another state of it may cite in other words. */
const citedBy = createHash('sha256')
	.update(
		JSON.stringify(
			import.meta.glob(['../citing/**/*.ts', '../citing/styles/*.{csl,xml}'], {
				query: '?raw',
				import: 'default',
				eager: true,
			}),
		),
	)
	.digest('hex');

/** A citation with the label of its style. */
type LabelledCitation = Citation & { label: string; language: 'en' | 'ru'; inTextLabel?: string };

/**
 * Cite in every style, in the order of a page. Citing takes tens of milliseconds, so that what was cited is
 * kept for the next build, by all that it depends on.
 */
export function citeInEveryStyle(citable: Citable): LabelledCitation[] {
	const key = createHash('sha256')
		.update(JSON.stringify([citedBy, citable]))
		.digest('hex');
	const file = join(FOLDER, `${key}.json`);
	try {
		return JSON.parse(readFileSync(file, 'utf8')) as LabelledCitation[];
	} catch {
		const citations = styles.map(({ label, language, inTextLabel, format }) => ({
			label,
			language,
			...(inTextLabel && { inTextLabel }),
			...format(citable),
		}));
		mkdirSync(FOLDER, { recursive: true });
		// Whole or not at all: another build may be reading.
		writeFileSync(`${file}.${process.pid}`, JSON.stringify(citations));
		renameSync(`${file}.${process.pid}`, file);
		return citations;
	}
}
