import { makeBag, type Hash } from './bag.ts';
import { formatCitationFile } from './citation-file.ts';
import { describeDataPackage } from './data-package.ts';
import { formatDataCite } from './datacite.ts';
import { listPayload } from './payload.ts';
import { formatReadMe } from './read-me.ts';
import { describeCrate } from './ro-crate.ts';
import { withholdTexts } from './withhold-texts.ts';
import {
	jsonFile,
	textFile,
	type PackageFile,
	type PackageIdentity,
	type PackageSource,
} from './source.ts';

/** Make every file of a release package out of an archive, sorted by path; texts that may not be given are not. */
export function buildPackage(
	given: PackageSource,
	identity: PackageIdentity,
	hash: Hash,
): PackageFile[] {
	const source = { ...given, articles: given.articles.map(withholdTexts) };
	const { archive } = source;
	const payload = listPayload(source);
	return makeBag(
		payload,
		[
			jsonFile(
				'datapackage.json',
				describeDataPackage(source, identity, payload, ({ bytes }) => hash('sha256', bytes)),
			),
			jsonFile('ro-crate-metadata.json', describeCrate(source, identity, payload)),
			textFile('CITATION.cff', formatCitationFile(source, identity)),
			textFile('datacite.xml', formatDataCite(source, identity)),
			textFile('README.txt', formatReadMe(source, identity)),
		],
		[
			['Source-Organization', archive.publisher],
			['External-Description', archive.summary],
			['External-Identifier', `${identity.slug}-${identity.date}`],
			['Bagging-Date', identity.date],
		],
		hash,
	);
}
