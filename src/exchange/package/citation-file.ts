import { stringify } from 'yaml';
import { publicAddress } from '../../model/public-address.ts';
import { findRights } from '../../model/rights.ts';
import type { PackageIdentity, PackageSource } from './source.ts';

/** Write how the archive as a whole is cited, in the Citation File Format 1.2.0. */
export function formatCitationFile(
	{ archive }: Pick<PackageSource, 'archive'>,
	{ date }: PackageIdentity,
): string {
	const url = publicAddress('/', archive.site);
	const rights = findRights(archive.licences.data);
	return stringify(
		{
			'cff-version': '1.2.0',
			message: 'If you use this data set, please cite it as below.',
			type: 'dataset',
			title: archive.title,
			abstract: archive.summary,
			authors: [{ name: archive.editors }],
			version: date,
			'date-released': date,
			...(rights && !rights.id.includes('/') ? { license: rights.id } : {}),
			...(rights?.id.includes('/') ? { 'license-url': rights.url } : {}),
			...(url === undefined ? {} : { url }),
		},
		// A date without quotation marks is a date to readers of YAML 1.1; the schema asks for a string.
		{ defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
	);
}
