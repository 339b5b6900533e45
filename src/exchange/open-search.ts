import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { shorten } from '../text/shorten.ts';
import { formatXml, xml } from './xml.ts';

/**
 * Describe the archive's search to browsers (OpenSearch 1.1, `application/opensearchdescription+xml`). Returns
 * nothing while the archive has no public address, which the description must hold.
 */
export function describeSearch(archive: Archive): string | undefined {
	const search = publicAddress('/search/', archive.site);
	if (search === undefined) return undefined;
	return formatXml(
		xml(
			'OpenSearchDescription',
			{ xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
			// The specification allows no more than 16 and 1,024 characters.
			xml('ShortName', {}, shorten(archive.title, 16)),
			xml('Description', {}, shorten(archive.summary, 1024)),
			xml('Url', { type: 'text/html', template: `${search}?q={searchTerms}` }),
			xml('InputEncoding', {}, 'UTF-8'),
			xml('OutputEncoding', {}, 'UTF-8'),
			xml('Language', {}, 'en'),
		),
	);
}
