import { identify } from '../../citing/identify.ts';
import { addressOf } from '../../model/article.ts';
import { findRights } from '../../model/rights.ts';
import { revisionOf } from '../revision-of.ts';
import { formatXml, xml } from '../xml.ts';
import { identifyArchive, type PackageIdentity, type PackageSource } from './source.ts';

/**
 * Write the archive's record for a DOI, in DataCite's schema 4.6. Until there is a DOI, the identifier is the
 * archive's address or URN.
 */
export function formatDataCite(
	{ archive, articles }: Pick<PackageSource, 'archive' | 'articles'>,
	{ date }: PackageIdentity,
): string {
	const kind = archive.site === 'unset' ? 'URN' : 'URL';
	const engines = new Set(
		articles
			.map(({ record }) => record)
			.filter(
				({ verdict, engine }) => verdict === 'machine-translated' && engine.name !== 'unknown',
			)
			.map(({ engine }) => [engine.name, engine.version].filter(Boolean).join(' ')),
	);
	const rights = findRights(archive.licences.data);
	return formatXml(
		xml(
			'resource',
			{
				xmlns: 'http://datacite.org/schema/kernel-4',
				'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
				'xsi:schemaLocation':
					'http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd',
			},
			xml('identifier', { identifierType: kind }, identifyArchive(archive)),
			xml(
				'creators',
				{},
				xml('creator', {}, xml('creatorName', { nameType: 'Organizational' }, archive.editors)),
			),
			xml('titles', {}, xml('title', { 'xml:lang': 'en' }, archive.title)),
			xml('publisher', {}, archive.publisher),
			xml('publicationYear', {}, date.slice(0, 4)),
			xml('resourceType', { resourceTypeGeneral: 'Dataset' }, 'Annotated corpus'),
			engines.size === 0
				? undefined
				: xml(
						'contributors',
						{},
						...[...engines]
							.sort()
							.map((engine) =>
								xml(
									'contributor',
									{ contributorType: 'Translator' },
									xml('contributorName', { nameType: 'Organizational' }, engine),
								),
							),
					),
			xml('dates', {}, xml('date', { dateType: 'Issued' }, date)),
			xml('language', {}, 'en'),
			articles.length === 0
				? undefined
				: xml(
						'relatedIdentifiers',
						{},
						...articles.map(({ number, record }) =>
							xml(
								'relatedIdentifier',
								{ relatedIdentifierType: kind, relationType: 'HasPart' },
								identify(addressOf.revision(number, revisionOf(record).number), archive.site),
							),
						),
					),
			xml('formats', {}, xml('format', {}, 'application/zip')),
			xml('version', {}, date),
			xml(
				'rightsList',
				{},
				xml('rights', { rightsURI: rights?.url }, rights?.label ?? archive.licences.data),
			),
			xml(
				'descriptions',
				{},
				xml('description', { descriptionType: 'Abstract', 'xml:lang': 'en' }, archive.summary),
			),
		),
	);
}
