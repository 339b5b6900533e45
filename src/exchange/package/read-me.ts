import { publicAddress } from '../../model/public-address.ts';
import { findRights } from '../../model/rights.ts';
import type { PackageIdentity, PackageSource } from './source.ts';

/** Write what a reader of the package has to know, as plain text. */
export function formatReadMe(
	{ archive, articles }: PackageSource,
	{ date }: PackageIdentity,
): string {
	const rights = (id: string) => {
		const known = findRights(id);
		return known ? `${known.label}, ${known.url}` : id;
	};
	const notes = articles.reduce((sum, article) => sum + article.notes.length, 0);
	return `${archive.title}
${archive.summary}

State of ${date}: ${articles.length} articles, ${notes} notes. By ${archive.editors}.
${publicAddress('/', archive.site) ?? 'The archive has no public address yet: what needs a name has a URN.'}

What is where

data/*.csv, data/*.jsonl       tables: articles, notes, revisions, types, terms, events,
                               reports, people, organisations, outlets; the same in both
                               forms. datapackage.json describes fields and keys.
data/annotations.jsonld        the notes as Web Annotations
data/articles/<number>/        one article: article.json, article.tei.xml
data/content/                  the archive itself, as its editors write it
manifest-*.txt                 checksums of data/: sha256sum -c manifest-sha256.txt
tagmanifest-*.txt              checksums of the files beside it
ro-crate-metadata.json, CITATION.cff, datacite.xml
                               descriptions of the whole

Offsets count Unicode code points of the captured text, from 0, end exclusive. In TEI, and only
there, they count from the beginning of the paragraph, with a length instead of an end.

In CSV, a text that begins with = + - @, a tab or CR, or with apostrophes and then one of these,
has an apostrophe put before it, so that no spreadsheet takes it for a formula. To read it back,
take one apostrophe from what matches ^'+[=+\\-@\\t\\r]. Lists are written as JSON.

What is not here

Captured texts, and their originals, that may not be distributed. Their SHA-256 is in each record;
the notes keep their positions. Articles that may not be shown whole, or were withdrawn, are left
out; of a withdrawn one the record is kept.

Build the archive from it

Take the project's code, and in its folder: CALQUE_CONTENT=<this folder>/data/content npm start
Writing the package again from that content gives this package, byte for byte.

Rights

Data                ${rights(archive.licences.data)}
Notes               ${rights(archive.licences.commentary)}
Reading versions    ${rights(archive.licences.reading)}
Captured texts      as each record states (capture.rights)
`;
}
