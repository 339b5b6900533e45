import { buildArticles } from '../../src/edition/open-edition.ts';
import { contentFolders, readArchive } from '../../src/edition/read-archive.ts';
import type { PackageSource } from '../../src/exchange/package/source.ts';
import { isPacked, listContent } from './list-content.ts';

/** No folder has this name, so that no capture is attached: a package holds what the content folder does. */
const NO_CAPTURES = '';

/** Read what a package is made of from a content folder. Throws where it is not fit to be published. */
export function readPackageSource(content = contentFolders().content): PackageSource {
	const source = readArchive({ content, captures: NO_CAPTURES });
	const { archive, terms, events, people, organisations, outlets } = source;
	const fault = source.folderFaults[0];
	if (fault) throw new Error(`${fault.path} cannot be read. Run: npm run check:content`);
	const broken = [archive, terms, events, people, organisations, outlets].find(
		({ value }) => value === undefined,
	);
	if (broken) throw new Error(`${broken.path} has faults. Run: npm run check:content`);
	if (!archive.value) throw new Error('The archive is not described.');
	const articles = buildArticles({
		...source,
		// One whose record cannot be read is not passed over: it is refused.
		articles: source.articles.filter(
			(article) => article.record.value === undefined || isPacked(article),
		),
	});
	return {
		archive: archive.value,
		articles,
		terms: terms.value ?? [],
		events: events.value ?? [],
		people: people.value ?? [],
		organisations: organisations.value ?? [],
		outlets: outlets.value ?? [],
		content: listContent(source),
	};
}
