import { addressOf } from '../model/article.ts';
import { publicAddress } from '../model/public-address.ts';
import {
	isWebAddress,
	mementoOf,
	revisionFiles,
	revisionOf,
	rightsOf,
	type PageFacts,
	type RevisionFile,
} from './page-facts.ts';

/** Where a link leads (RFC 9264, 4.2.3). */
type LinkTarget = { href: string; type?: string };
/** What links lead from one place: relations, each with its targets. */
export type LinkContext = { anchor: string; [relation: string]: LinkTarget[] | string };

/**
 * Write the links of a revision and of its files as a JSON link set (RFC 9264, `application/linkset+json`) by
 * FAIR Signposting: what files of a static host cannot say in their headers. While the archive has no public
 * address, links are relative to the link set, which stands in the revision's folder.
 */
export function revisionLinkset(
	facts: PageFacts,
	files: readonly RevisionFile[] = revisionFiles,
): { linkset: LinkContext[] } {
	const { record, archive } = facts;
	const { shown, previous, next } = revisionOf(facts);
	const folder = addressOf.revision(record.number, shown.number);
	const place = (path: string) => publicAddress(path, archive.site) ?? relativeTo(folder, path);
	const html = (path: string | undefined) =>
		path === undefined ? undefined : [{ href: place(path), type: 'text/html' }];
	const described = (wanted: RevisionFile['rel']) =>
		files
			.filter(({ rel }) => rel === wanted)
			.map(({ file, type }) => ({ href: place(folder + file), type }));
	const address = publicAddress(folder, archive.site);
	const page = record.publisher.url;
	const copy = mementoOf(page);
	return {
		linkset: [
			withoutEmpty(place(folder), {
				'cite-as': address === undefined ? undefined : [{ href: address }],
				type: [
					{ href: 'https://schema.org/NewsArticle' },
					{ href: 'https://schema.org/AboutPage' },
				],
				describedby: described('describedby'),
				item: described('item'),
				license: [{ href: rightsOf(record).url }],
				'latest-version': html(addressOf.article(record.number)),
				'predecessor-version': html(previous && addressOf.revision(record.number, previous.number)),
				'successor-version': html(next && addressOf.revision(record.number, next.number)),
				'version-history': html(addressOf.history(record.number)),
				original: isWebAddress(page) ? [{ href: copy?.original ?? page }] : undefined,
				memento: copy && [{ href: copy.memento }],
			}),
			...files.map(({ file, rel }) =>
				withoutEmpty(place(folder + file), {
					[rel === 'item' ? 'collection' : 'describes']: html(folder),
				}),
			),
		],
	};
}

function withoutEmpty(
	anchor: string,
	relations: { [relation: string]: LinkTarget[] | undefined },
): LinkContext {
	const held = Object.entries(relations).filter(
		(entry): entry is [string, LinkTarget[]] => entry[1] !== undefined && entry[1].length > 0,
	);
	return { anchor, ...Object.fromEntries(held) };
}

/** Write a path of the site relative to a folder of it. */
function relativeTo(folder: string, path: string): string {
	const from = folder.split('/').slice(1, -1);
	const to = path.split('/').slice(1);
	let shared = 0;
	while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
	return '../'.repeat(from.length - shared) + to.slice(shared).join('/') || './';
}
