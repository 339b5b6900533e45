import { identify } from '../citing/identify.ts';
import { addressOf, headlineOf, type Article } from '../model/article.ts';
import type { Archive, Outlet } from '../model/authorities.ts';
import { revisionOf } from './revision-of.ts';
import { describeNotes, listCategories } from './tei-notes.ts';
import { describeHeader } from './tei-header.ts';
import { formatXml, listForbidden, xml, type XmlElement } from './xml.ts';

/** What a TEI file is made of: an article, who published its captured page, and the archive. */
export type TeiSource = { article: Article; outlet: Outlet | undefined; archive: Archive };

/**
 * Write one revision of an article as a TEI P5 document: the captured text, the original where it is held, the
 * reading version, and the notes apart from them all (`standOff`). A note points into the captured paragraph
 * by `string-range(paragraph, offset, length)`, in Unicode code points.
 *
 * Characters that XML cannot hold are replaced by U+FFFD, and the header lists each of them with its place.
 */
export function formatTei(source: TeiSource): string {
	const plain = buildTei(source, []);
	const forbidden = listForbidden(plain);
	return formatXml(forbidden.length > 0 ? buildTei(source, forbidden) : plain);
}

function buildTei(source: TeiSource, forbidden: ReturnType<typeof listForbidden>): XmlElement {
	const { article, archive } = source;
	const { number, record } = article;
	return xml(
		'TEI',
		{
			xmlns: 'http://www.tei-c.org/ns/1.0',
			'xml:base': identify(
				addressOf.revisionFile(number, revisionOf(record).number, 'article.tei.xml'),
				archive.site,
			),
			'xml:lang': 'en',
		},
		describeHeader(source, {
			title: titleOfTei(article),
			categories: listCategories(article.notes),
			forbidden,
		}),
		xml('text', {}, xml('body', {}, ...describeDivisions(article))),
		describeNotes(article),
	);
}

function titleOfTei(article: Article): string {
	const { title } = article.record;
	return title.captured === 'none' ? `[${title.supplied}]` : headlineOf(article);
}

function describeDivisions({ record, paragraphs }: Article): XmlElement[] {
	const { source_language: language } = record;
	const paragraph = (id: string, text: string | undefined, gap: XmlElement) =>
		xml('p', { 'xml:id': id, 'xml:space': 'preserve' }, text ?? gap);
	return [
		xml(
			'div',
			{ type: 'captured', 'xml:lang': 'en' },
			...paragraphs.map(({ number, start, end, captured }) =>
				paragraph(
					`p${number}`,
					captured,
					xml(
						'gap',
						{ reason: 'not-given', unit: 'codepoints', quantity: end - start },
						xml('desc', {}, `In the capture whose SHA-256 is ${record.capture.sha256}.`),
					),
				),
			),
		),
		...(paragraphs.some(({ original }) => original !== undefined)
			? [
					xml(
						'div',
						{ type: 'original', 'xml:lang': language === 'unknown' ? 'und' : language },
						...paragraphs.map(({ number, original }) =>
							paragraph(`original-p${number}`, original, xml('gap', { reason: 'absent' })),
						),
					),
				]
			: []),
		xml(
			'div',
			{ type: 'reading', 'xml:lang': 'en' },
			...paragraphs.map(({ number, reading }) =>
				xml(
					'p',
					{ 'xml:id': `reading-p${number}`, corresp: `#p${number}`, 'xml:space': 'preserve' },
					reading,
				),
			),
		),
	];
}
