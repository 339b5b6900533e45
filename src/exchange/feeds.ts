import { identify } from '../citing/identify.ts';
import { addressOf } from '../model/article.ts';
import type { Archive } from '../model/authorities.ts';
import { boundsOfEdtfDate } from '../model/edtf-date.ts';
import { publicAddress } from '../model/public-address.ts';
import type { Record } from '../model/record.ts';
import { findRights } from '../model/rights.ts';
import { formatXml, xml, type XmlElement } from './xml.ts';

/** An article as feeds tell of it. */
export type FeedArticle = {
	record: Record;
	/** As it may be shown, with planted words covered. */
	title: string;
	/** The one line that says what the text is. */
	status: string;
	/** The types of its notes. */
	types: readonly string[];
};

/** Which revisions a feed has: all, those of what an outlet published, those of what has notes of a type. */
export type FeedChoice =
	| { kind: 'all' }
	| { kind: 'outlet'; id: string; name: string }
	| { kind: 'type'; id: string; label: string };

/** A feed before it takes a format: its revisions, the newest first. */
export type Feed = {
	title: string;
	/** Its place in the site without the format’s ending. */
	path: string;
	/** The page that it follows. */
	page: string;
	archive: Archive;
	entries: FeedEntry[];
};

export type FeedEntry = {
	article: number;
	revision: number;
	title: string;
	/** What the text is and why the revision was made; no word of the captured text. */
	summary: string;
	/** RFC 3339. */
	updated: string;
	verdict: Record['verdict'];
};

/** A revision as every feed that has it tells it, with its article. */
export type FeedRevision = { article: FeedArticle; entry: FeedEntry };

/** List the revisions of articles as feeds tell them, the newest first. Throws where one has no date. */
export function listFeedRevisions(articles: readonly FeedArticle[]): FeedRevision[] {
	return articles
		.flatMap((article) => {
			const { record, title, status } = article;
			return record.revisions.map((revision) => ({
				article,
				entry: {
					article: record.number,
					revision: revision.number,
					title,
					summary: `${status} Revision ${revision.number}: ${revision.reason}`,
					updated: momentOf(revision.date),
					verdict: record.verdict,
				},
			}));
		})
		.sort(({ entry: a }, { entry: b }) => {
			// Moments are written alike, in UTC: their order is that of their characters.
			if (a.updated !== b.updated) return a.updated < b.updated ? 1 : -1;
			return b.article - a.article || b.revision - a.revision;
		});
}

/** Choose the revisions of a feed; returns nothing where there are none, since a feed must have a date. */
export function chooseRevisions(
	choice: FeedChoice,
	revisions: readonly FeedRevision[],
	archive: Archive,
): Feed | undefined {
	const entries = revisions
		.filter(({ article }) => isChosen(choice, article))
		.map(({ entry }) => entry);
	return entries.length === 0 ? undefined : { ...placeFeed(choice, archive), archive, entries };
}

function isChosen(choice: FeedChoice, { record, types }: FeedArticle): boolean {
	switch (choice.kind) {
		case 'all':
			return true;
		case 'outlet':
			return record.publisher.outlet === choice.id;
		case 'type':
			return types.includes(choice.id);
	}
}

function placeFeed(choice: FeedChoice, { title }: Archive): Pick<Feed, 'title' | 'path' | 'page'> {
	switch (choice.kind) {
		case 'all':
			return { title: `${title}: all articles`, path: '/feeds/all', page: '/' };
		case 'outlet':
			return {
				title: `${title}: ${choice.name}`,
				path: `/feeds/outlets/${choice.id}`,
				page: addressOf.outlet(choice.id),
			};
		case 'type':
			return {
				title: `${title}: articles with notes of the type “${choice.label}”`,
				path: `/feeds/types/${choice.id}`,
				page: addressOf.type(choice.id),
			};
	}
}

/**
 * Write a feed as Atom (RFC 4287). An entry without a link must have content, so while the archive has no
 * public address the summary stands as content.
 */
export function writeAtom({ title, path, page, archive, entries }: Feed): string {
	const { site } = archive;
	const data = findRights(archive.licences.data);
	const link = (rel: string, to: string, type: string): XmlElement | undefined => {
		const href = publicAddress(to, site);
		return href === undefined ? undefined : xml('link', { rel, type, href });
	};
	return formatXml(
		xml(
			'feed',
			{ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'en-GB' },
			xml('id', {}, identify(path, site)),
			xml('title', {}, title),
			xml('subtitle', {}, archive.summary),
			xml('updated', {}, entries[0]?.updated ?? ''),
			xml('author', {}, xml('name', {}, archive.editors)),
			data && xml('rights', {}, `${data.label}, ${data.url}`),
			link('self', `${path}.atom`, 'application/atom+xml'),
			link('alternate', page, 'text/html'),
			...entries.map((entry) => {
				const place = addressOf.revision(entry.article, entry.revision);
				const alternate = link('alternate', place, 'text/html');
				return xml(
					'entry',
					{},
					xml('id', {}, identify(place, site)),
					xml('title', {}, entry.title),
					xml('updated', {}, entry.updated),
					xml('category', { term: entry.verdict }),
					alternate,
					xml(alternate ? 'summary' : 'content', {}, entry.summary),
				);
			}),
		),
	);
}

/** Write a feed as JSON Feed 1.1. */
export function writeJsonFeed({ title, path, page, archive, entries }: Feed): string {
	const { site } = archive;
	const address = (key: string, to: string) => {
		const url = publicAddress(to, site);
		return url === undefined ? {} : { [key]: url };
	};
	return `${JSON.stringify(
		{
			version: 'https://jsonfeed.org/version/1.1',
			title,
			...address('home_page_url', page),
			...address('feed_url', `${path}.json`),
			description: archive.summary,
			language: 'en-GB',
			authors: [{ name: archive.editors }],
			items: entries.map(({ article, revision, title, summary, updated, verdict }) => {
				const place = addressOf.revision(article, revision);
				return {
					id: identify(place, site),
					...address('url', place),
					title,
					content_text: summary,
					date_published: updated,
					date_modified: updated,
					tags: [verdict],
				};
			}),
		},
		undefined,
		'\t',
	)}\n`;
}

/** Give the first moment of a date as RFC 3339: a revision's date is known to the day. */
function momentOf(date: string): string {
	const bounds = boundsOfEdtfDate(date);
	if (!bounds) throw new Error(`The date ${date} of a revision is not EDTF.`);
	return new Date(bounds.first).toISOString().replace('.000Z', 'Z');
}
