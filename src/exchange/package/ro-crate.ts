import { titleOf, type Article } from '../../model/article.ts';
import { publicAddress } from '../../model/public-address.ts';
import { findRights } from '../../model/rights.ts';
import { describeFormat } from './describe-format.ts';
import {
	identifyArchive,
	type PackageFile,
	type PackageIdentity,
	type PackageSource,
} from './source.ts';

type Entity = { '@id': string; '@type': string | string[]; [property: string]: unknown };

const reference = (id: string) => ({ '@id': id });

/**
 * Describe a package as an RO-Crate 1.2: the data set, each file of the payload, the licences, who made it, and
 * each translation by a known engine as an action that the engine was the instrument of.
 */
export function describeCrate(
	{ archive, articles }: PackageSource,
	{ date }: PackageIdentity,
	payload: readonly PackageFile[],
) {
	const licences = listLicences([
		archive.licences.data,
		archive.licences.commentary,
		archive.licences.reading,
		...articles
			.filter(({ record }) => record.capture.distributed)
			.map(({ record }) => record.capture.rights),
	]);
	const actions = articles.flatMap((article) => describeTranslation(article, payload));
	const home = publicAddress('/', archive.site);
	const licenceOf = licences.find(({ id }) => id === archive.licences.data)?.url;
	return {
		'@context': 'https://w3id.org/ro/crate/1.2/context',
		'@graph': [
			{
				'@id': 'ro-crate-metadata.json',
				'@type': 'CreativeWork',
				conformsTo: reference('https://w3id.org/ro/crate/1.2'),
				about: reference('./'),
			},
			{
				'@id': './',
				'@type': 'Dataset',
				identifier: identifyArchive(archive),
				...(home === undefined ? {} : { url: home }),
				name: archive.title,
				description: archive.summary,
				datePublished: date,
				version: date,
				inLanguage: 'en',
				...(licenceOf === undefined ? {} : { license: reference(licenceOf) }),
				creator: reference('#editors'),
				publisher: reference('#publisher'),
				hasPart: payload.map(({ path }) => reference(encodeURI(path))),
				...(actions.length > 0
					? { mentions: actions.filter(isAction).map((action) => reference(action['@id'])) }
					: {}),
			},
			{ '@id': '#editors', '@type': 'Organization', name: archive.editors },
			{ '@id': '#publisher', '@type': 'Organization', name: archive.publisher },
			...licences.map(({ url, label }) => ({ '@id': url, '@type': 'CreativeWork', name: label })),
			...payload.map((file) => describeFile(file, articles)),
			...uniqueById(actions),
		],
	};
}

function describeFile({ path, bytes }: PackageFile, articles: readonly Article[]): Entity {
	const [, number] = /^data\/articles\/(\d+)\//.exec(path) ?? [];
	const article = articles.find((each) => each.number === Number(number));
	return {
		'@id': encodeURI(path),
		'@type': 'File',
		name: article
			? `${titleOf(article.record)}, no. ${article.number}`
			: path.slice('data/'.length),
		encodingFormat: describeFormat(path).mediatype,
		contentSize: String(bytes.length),
	};
}

function describeTranslation(article: Article, payload: readonly PackageFile[]): Entity[] {
	const { number, record } = article;
	const { engine, verdict } = record;
	if (verdict !== 'machine-translated' || engine.name === 'unknown') return [];
	const software = `#engine-${encodeURIComponent([engine.name, engine.version].filter(Boolean).join(' '))}`;
	const original = payload.find(({ path }) =>
		new RegExp(`^data/content/articles/${number}-[^/]*/original\\.txt$`).test(path),
	);
	return [
		{
			'@id': `#translation-${number}`,
			'@type': 'CreateAction',
			name: `Machine translation of no. ${number}`,
			instrument: reference(software),
			...(original ? { object: reference(encodeURI(original.path)) } : {}),
			result: reference(`data/articles/${number}/article.tei.xml`),
		},
		{
			'@id': software,
			'@type': 'SoftwareApplication',
			name: engine.name,
			...(engine.version === undefined ? {} : { softwareVersion: engine.version }),
		},
	];
}

function isAction(entity: Entity): boolean {
	return entity['@type'] === 'CreateAction';
}

function uniqueById(entities: readonly Entity[]): Entity[] {
	return [...new Map(entities.map((entity) => [entity['@id'], entity])).values()];
}

function listLicences(ids: readonly string[]) {
	return [...new Set(ids)].flatMap((id) => findRights(id) ?? []);
}
