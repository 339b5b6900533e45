import type { Archive } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import { shorten } from '../text/shorten.ts';
import { writeXml } from './write-xml.ts';

/**
 * Describe the archive's search to browsers (OpenSearch 1.1, `application/opensearchdescription+xml`). Returns
 * nothing while the archive has no public address, which the description must hold.
 */
export function describeSearch(archive: Archive): string | undefined {
	const search = publicAddress('/search/', archive.site);
	if (search === undefined) return undefined;
	return writeXml({
		name: 'OpenSearchDescription',
		attributes: { xmlns: 'http://a9.com/-/spec/opensearch/1.1/' },
		content: [
			// The specification allows no more than 16 and 1,024 characters.
			{ name: 'ShortName', content: shorten(archive.title, 16) },
			{ name: 'Description', content: shorten(archive.summary, 1024) },
			{
				name: 'Url',
				attributes: { type: 'text/html', template: `${search}?q={searchTerms}` },
			},
			{ name: 'InputEncoding', content: 'UTF-8' },
			{ name: 'OutputEncoding', content: 'UTF-8' },
			{ name: 'Language', content: 'en' },
		],
	});
}
