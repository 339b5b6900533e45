import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	chooseRevisions,
	listFeedRevisions,
	writeAtom,
	writeJsonFeed,
	type Feed,
	type FeedArticle,
	type FeedChoice,
} from '../../../src/exchange/feeds.ts';
import { hostileText, SEED } from '../generators.ts';
import { sampleArchive, sampleRecord } from '../samples.ts';
import { findFaultsWithJing, hasJing, hasXmllint, selectWithXmllint } from './check-xml.ts';

const archive = {
	...sampleArchive,
	editors: 'the Calque editors, machine-assisted',
	site: 'https://example.org/calque',
};
const unplaced = { ...archive, site: 'unset' };
const article = (change: Partial<FeedArticle> & { number?: number } = {}): FeedArticle => ({
	record: { ...sampleRecord, number: change.number ?? 7 },
	title: 'Watchdog locks the messenger',
	status: 'Unedited machine translation from Russian. Original not held.',
	types: ['style/calque'],
	...change,
});
const revised = article({
	record: {
		...sampleRecord,
		number: 8,
		revisions: [
			{ number: 1, date: '2026-11-20', reason: 'First entry.' },
			{ number: 2, date: '2027-01-03', reason: 'A note was added.' },
		],
		publisher: { ...sampleRecord.publisher, outlet: 'gazeta' },
	},
	types: ['accuracy/omission'],
});
const articles = [article(), revised];

/** A feed that is there. */
function feedOf(choice: FeedChoice, told: readonly FeedArticle[], at: Feed['archive']): Feed {
	const feed = chooseRevisions(choice, listFeedRevisions(told), at);
	if (!feed) throw new Error('The feed has no revisions.');
	return feed;
}
const all = feedOf({ kind: 'all' }, articles, archive);

const readSchema = (name: string) =>
	JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')) as {
		[key: string]: unknown;
	};

/** Ajv reads no draft 4, in which the older schema is written: what differs is the name of its id. */
function makeJsonFeedCheck() {
	const ajv = new Ajv({ strict: false });
	formats(ajv);
	const { id, $schema: _draft4, ...older } = readSchema('json-feed-1.json');
	ajv.addSchema({ ...older, $id: String(id) });
	const check = ajv.compile(readSchema('json-feed-1.1.json'));
	return (feed: unknown) => (check(feed) ? [] : (check.errors ?? []));
}
const findJsonFaults = makeJsonFeedCheck();

test('a feed has every revision of its articles, the newest first', () => {
	expect(all.entries.map(({ article: number, revision }) => [number, revision])).toEqual([
		[8, 2],
		[7, 1],
		[8, 1],
	]);
	expect(all.entries[0]).toEqual({
		article: 8,
		revision: 2,
		title: 'Watchdog locks the messenger',
		summary:
			'Unedited machine translation from Russian. Original not held. Revision 2: A note was added.',
		updated: '2027-01-03T00:00:00Z',
		verdict: 'machine-translated',
	});
});

test('a feed follows an outlet, or a type of note, and has a place of its own', () => {
	const outlet = feedOf({ kind: 'outlet', id: 'gazeta', name: 'Gazeta' }, articles, archive);
	expect(outlet).toMatchObject({
		title: 'Calque: Gazeta',
		path: '/feeds/outlets/gazeta',
		page: '/outlets/#gazeta',
	});
	expect(outlet.entries.map(({ article: number }) => number)).toEqual([8, 8]);
	const type = feedOf({ kind: 'type', id: 'style/calque', label: 'Calque' }, articles, archive);
	expect(type).toMatchObject({ path: '/feeds/types/style/calque', page: '/types/style/calque/' });
	expect(type.entries.map(({ article: number }) => number)).toEqual([7]);
});

test('there is no feed of nothing', () => {
	expect(
		chooseRevisions(
			{ kind: 'type', id: 'style/awkward', label: 'x' },
			listFeedRevisions(articles),
			archive,
		),
	).toBe(undefined);
});

test('an entry of Atom is the revision at its address', () => {
	expect(writeAtom({ ...all, entries: all.entries.slice(0, 1) })).toMatchInlineSnapshot(`
		"<?xml version="1.0" encoding="UTF-8"?>
		<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
			<id>https://example.org/calque/feeds/all</id>
			<title>Calque: all articles</title>
			<subtitle>An archive.</subtitle>
			<updated>2027-01-03T00:00:00Z</updated>
			<author>
				<name>the Calque editors, machine-assisted</name>
			</author>
			<rights>CC BY 4.0, https://creativecommons.org/licenses/by/4.0/</rights>
			<link rel="self" type="application/atom+xml" href="https://example.org/calque/feeds/all.atom"/>
			<link rel="alternate" type="text/html" href="https://example.org/calque/"/>
			<entry>
				<id>https://example.org/calque/a/8/v2/</id>
				<title>Watchdog locks the messenger</title>
				<updated>2027-01-03T00:00:00Z</updated>
				<category term="machine-translated"/>
				<link rel="alternate" type="text/html" href="https://example.org/calque/a/8/v2/"/>
				<summary>Unedited machine translation from Russian. Original not held. Revision 2: A note was added.</summary>
			</entry>
		</feed>
		"
	`);
});

test('without a public address entries are known by their URN and have content in place of a link', () => {
	const feed = feedOf({ kind: 'all' }, articles, unplaced);
	const written = writeAtom(feed);
	expect(written).toContain('<id>urn:calque:feeds:all</id>');
	expect(written).toContain('<id>urn:calque:a:8:v2</id>');
	expect(written).not.toContain('<link');
	expect(written.match(/<content>/g)).toHaveLength(3);
	expect(written).not.toContain('<summary>');
	const json = JSON.parse(writeJsonFeed(feed)) as { items: { id: string }[] };
	expect(json.items[0]?.id).toBe('urn:calque:a:8:v2');
	expect(Object.keys(json)).not.toContain('feed_url');
	expect(JSON.stringify(json)).not.toContain('example.org');
});

test('JSON Feed is valid, with an address and without', () => {
	expect(findJsonFaults(JSON.parse(writeJsonFeed(all)))).toEqual([]);
	const feed = feedOf({ kind: 'all' }, articles, unplaced);
	expect(findJsonFaults(JSON.parse(writeJsonFeed(feed)))).toEqual([]);
	expect(JSON.parse(writeJsonFeed(all))).toMatchObject({
		version: 'https://jsonfeed.org/version/1.1',
		feed_url: 'https://example.org/calque/feeds/all.json',
		home_page_url: 'https://example.org/calque/',
		items: [
			{
				id: 'https://example.org/calque/a/8/v2/',
				url: 'https://example.org/calque/a/8/v2/',
				date_modified: '2027-01-03T00:00:00Z',
				tags: ['machine-translated'],
			},
			{},
			{},
		],
	});
});

test('the JSON Schema refuses what is no feed', () => {
	const feed = JSON.parse(writeJsonFeed(all)) as { items: object[] };
	expect(findJsonFaults({ ...feed, items: [{ title: 'No id.' }] })).not.toEqual([]);
	expect(findJsonFaults({ ...feed, feed_url: 'not an address' })).not.toEqual([]);
	expect(findJsonFaults({ ...feed, updated: 'x' })).not.toEqual([]);
});

test.skipIf(!hasJing)(
	'Atom is valid by the grammar of RFC 4287, and the grammar can refuse',
	() => {
		const documents = [
			writeAtom(all),
			writeAtom(feedOf({ kind: 'all' }, articles, unplaced)),
			writeAtom(feedOf({ kind: 'outlet', id: 'gazeta', name: 'A & B' }, articles, archive)),
		];
		expect(findFaultsWithJing('atom.rnc', documents)).toBe('');
		const broken = writeAtom(all).replace(/<updated>[^<]*<\/updated>/, '');
		expect(findFaultsWithJing('atom.rnc', [broken])).toContain(
			'missing required element "updated"',
		);
	},
);

test('what the grammar cannot say of Atom holds too: an author, and a link or content in every entry', () => {
	for (const place of [archive, unplaced]) {
		const [head = '', ...entries] = writeAtom(feedOf({ kind: 'all' }, articles, place)).split(
			'<entry>',
		);
		expect(head).toContain('<author>');
		expect(entries).toHaveLength(3);
		for (const entry of entries) expect(entry).toMatch(/<content>|<link rel="alternate"/);
	}
});

const hostileTitles = fc.sample(hostileText, { numRuns: 400, seed: SEED });

test.skipIf(!hasJing)('Atom stays valid whatever stands in a headline', () => {
	const hostile = hostileTitles.map((title, index) =>
		article({ title, status: title, number: index + 1 }),
	);
	expect(
		findFaultsWithJing('atom.rnc', [
			writeAtom(feedOf({ kind: 'all' }, hostile, archive)),
			writeAtom(feedOf({ kind: 'all' }, hostile, unplaced)),
		]),
	).toBe('');
});

test.skipIf(!hasXmllint)(
	'a headline reads back from Atom as it was, but for what XML cannot hold',
	() => {
		const title = 'A "B" <C> & D ]]> \u2028 🔑\r\n\tE';
		const feed = feedOf({ kind: 'all' }, [article({ title })], archive);
		const select = (xpath: string) => selectWithXmllint(writeAtom(feed), `string(${xpath})`);
		expect(select('//*[local-name()="entry"]/*[local-name()="title"]')).toBe(title);
		const broken = feedOf({ kind: 'all' }, [article({ title: 'x\u0007\ud83d\uffffy' })], archive);
		expect(
			selectWithXmllint(
				writeAtom(broken),
				'string(//*[local-name()="entry"]/*[local-name()="title"])',
			),
		).toBe('x\ufffd\ufffd\ufffdy');
	},
);

test('JSON Feed stays valid, and reads back, whatever stands in a headline', () => {
	fc.assert(
		fc.property(hostileText, (title) => {
			const feed = feedOf({ kind: 'all' }, [article({ title })], archive);
			const read = JSON.parse(writeJsonFeed(feed)) as { items: { title: string }[] };
			expect(findJsonFaults(read)).toEqual([]);
			expect(read.items[0]?.title).toBe(title);
		}),
		{ seed: SEED },
	);
});

test('a revision without a date is a fault of ours', () => {
	const undated = article({
		record: { ...sampleRecord, revisions: [{ number: 1, date: 'soon', reason: 'x' }] },
	});
	expect(() => listFeedRevisions([undated])).toThrow('soon');
});
