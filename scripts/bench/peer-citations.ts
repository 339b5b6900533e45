import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Citable } from '../../src/citing/citable.ts';
import { createCitationStyles } from '../../src/citing/citation-formats.ts';

/** A citation as a template of a peer prints it: HTML, with `{p}`, `{n}`, `{id}` and `{exact}` yet to be filled in. */
export type PeerCitation = {
	label: string;
	lang: 'en' | 'ru';
	inTextLabel: string;
	reference: string;
	inText: string;
};
export type PeerCitations = {
	article: PeerCitation[];
	/** Of a paragraph `{p}`. */
	paragraph: PeerCitation[];
	/** Of a note `{n}`, by its id `{id}`, on the words `{exact}` in paragraph `{p}`. */
	note: PeerCitation[];
};

/** Stand for what differs within an article; no generated text has any of them. */
const STAND_INS = { '{p}': '876543', '{n}': '765432', '{id}': 'zqid', '{exact}': 'zqexact' };

const FOLDER = join(import.meta.dirname, '../../src/citing/styles');
const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

/** Make a function that cites an article as Calque does, once for all its paragraphs and once for all its notes. */
export function createPeerCitations(): (citable: Citable) => PeerCitations {
	const styles = createCitationStyles({
		apa: read('apa.csl'),
		mla: read('modern-language-association.csl'),
		chicagoNotes: read('chicago-notes-bibliography.csl'),
		chicagoAuthorDate: read('chicago-author-date.csl'),
		locale: read('locales-en-US.xml'),
	});
	const cite = (citable: Citable): PeerCitation[] =>
		styles.map(({ label, language, inTextLabel = '', format }) => {
			const { reference, referenceHtml = escapeHtml(reference), inText = '' } = format(citable);
			return {
				label,
				lang: language,
				inTextLabel,
				reference: nameStandIns(referenceHtml),
				inText: nameStandIns(escapeHtml(inText)),
			};
		});
	const paragraph = Number(STAND_INS['{p}']);
	const note = {
		id: STAND_INS['{id}'],
		ordinal: Number(STAND_INS['{n}']),
		paragraph,
		shown: STAND_INS['{exact}'],
		by: 'generated',
	};
	return (citable) => ({
		article: cite(citable),
		paragraph: cite({ ...citable, paragraph }),
		note: cite({ ...citable, note }),
	});
}

function nameStandIns(html: string): string {
	return Object.entries(STAND_INS).reduce(
		(named, [name, standIn]) => named.replaceAll(standIn, name),
		html,
	);
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
