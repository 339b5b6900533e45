import type { RatedDocument, RatedError, RatedSegment } from '../../model/ratings.ts';
import { itsSeverities, nameInIts } from '../crosswalk.ts';
import { formatXml, xml, type XmlElement } from '../xml.ts';
import type { SetFormat } from './reading.ts';
import { readXliff } from './read-xliff.ts';
import { contentOf, holdInAttribute, type MarkedSpan } from './xliff-text.ts';

/**
 * XLIFF 2.1 with the Localization Quality Issues of ITS 2.0: a file for each document, a unit for each segment.
 * A span is `<sm/>` … `<em/>`, which may nest and cross; an error of the whole unit stands beside its segment.
 * What ITS has no name for is in attributes of ours.
 */
export const xliff: SetFormat = {
	name: 'xliff',
	title: 'XLIFF 2.1 with ITS 2.0',
	read: (set, text) => {
		readXliff(set, text);
	},
	write(documents, losses, write) {
		const languages = new Set(documents.map((one) => JSON.stringify(one.languages ?? {})));
		const [first] = documents;
		const isOne = languages.size === 1;
		if (documents.length === 0) losses.add('sets without a document: XLIFF has one at least');
		write(
			formatXml(
				xml(
					'xliff',
					{
						xmlns: 'urn:oasis:names:tc:xliff:document:2.0',
						'xmlns:its': 'http://www.w3.org/2005/11/its',
						'xmlns:calque': 'urn:calque:exchange',
						version: '2.1',
						'its:version': '2.0',
						srcLang: tagOf(isOne ? first?.languages?.source : undefined),
						trgLang: tagOf(isOne ? first?.languages?.target : undefined),
						'xml:space': 'preserve',
					},
					...documents.map((document, index) => fileOf(document, index + 1)),
				),
			),
		);
	},
};

function tagOf(language: string | undefined): string {
	return language !== undefined && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language)
		? language
		: 'und';
}

function fileOf(
	{ system, document, languages, segments }: RatedDocument,
	number: number,
): XmlElement {
	return xml(
		'file',
		{
			id: `f${number}`,
			'calque:system': holdInAttribute(system),
			'calque:document': holdInAttribute(document),
			'calque:languages': languages && holdInAttribute(JSON.stringify(languages)),
		},
		...segments.map((segment, index) => unitOf(segment, `u${index + 1}`)),
	);
}

type Attributes = XmlElement['attributes'];

function unitOf(segment: RatedSegment, unit: string): XmlElement {
	const issues = segment.ratings.flatMap(({ errors }, rating) =>
		errors.map((error, index) => ({ error, id: `e${rating + 1}-${index + 1}`, rating, index })),
	);
	const spans = issues.flatMap(({ error, id, rating, index }): MarkedSpan[] => {
		const [span] = error.spans;
		return span ? [{ id, ...span, attributes: describe(error, rating, index) }] : [];
	});
	return xml(
		'unit',
		{
			id: unit,
			'calque:id': holdInAttribute(segment.id),
			'calque:position':
				segment.position === undefined ? undefined : holdInAttribute(segment.position),
			'calque:extra': segment.extra && holdInAttribute(JSON.stringify(segment.extra)),
		},
		...segment.ratings.map(({ rater, score, extra }) =>
			xml('calque:rating', {
				rater: holdInAttribute(rater),
				score,
				extra: extra && holdInAttribute(JSON.stringify(extra)),
			}),
		),
		...issues
			.filter(({ error }) => error.spans.length === 0)
			.map(({ error, rating, index }) => xml('calque:issue', describe(error, rating, index))),
		xml(
			'segment',
			{},
			xml(
				'source',
				{},
				...contentOf(
					segment.source,
					spans.filter(({ side }) => side === 'source'),
				),
			),
			xml(
				'target',
				{},
				...contentOf(
					segment.target,
					spans.filter(({ side }) => side === 'target'),
				),
			),
		),
	);
}

function describe(error: RatedError, rating: number, index: number): Attributes {
	const { kind, category, severity, level, side, spans, correction, explanation, extra } = error;
	const isError = kind === 'error';
	const held = (value: string | undefined) =>
		value === undefined ? undefined : holdInAttribute(value);
	return {
		'its:locQualityIssueType': isError ? nameInIts(error) : undefined,
		'its:locQualityIssueSeverity': isError && level ? itsSeverities[level] : undefined,
		// A comment as ITS has it; what XML cannot hold of it is in ours.
		'its:locQualityIssueComment': isError && explanation !== '' ? explanation : undefined,
		'calque:rating': rating,
		'calque:index': index,
		'calque:side': spans.length === 0 || spans[0]?.side !== side ? side : undefined,
		'calque:category': held(category),
		'calque:severity': held(severity),
		'calque:correction': held(correction),
		'calque:explanation': held(explanation),
		'calque:spans': spans.length > 1 ? JSON.stringify(spans) : undefined,
		'calque:extra': extra && held(JSON.stringify(extra)),
	};
}
