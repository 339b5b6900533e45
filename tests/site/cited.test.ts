import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseBibliography } from '@retorquere/bibtex-parser';
import { Ajv } from 'ajv';
import { tidy } from 'bibtex-tidy';
import { LinkChecker, LinkState } from 'linkinator';
import { beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { listenOnLoopback, serveFolder } from '../../scripts/serve-folder.ts';
import { buildSite, copyProject, makeFolder } from '../build-site.ts';
import { readAsZotero } from '../unit/citing/zotero.ts';
import { describeType, type TypeId } from '../../src/model/typology.ts';
import { readSchema } from '../unit/exchange/validators.ts';
import { listPages, readRows, readSite } from './site-files.ts';

/** The archive as it is, published in a folder of a host; and built again elsewhere, by another clock and language. */
const site = makeFolder('cited-site');
const siteElsewhere = makeFolder('cited-site-elsewhere');
const address = 'https://host.example/some/where/';

beforeAll(() => {
	const noCaptures = makeFolder('no-captures');
	const settings = { SITE_URL: address };
	buildSite('content', noCaptures, site, { ...settings, TZ: 'America/St_Johns', LC_ALL: 'C' });
	buildSite(
		'content',
		noCaptures,
		siteElsewhere,
		{ ...settings, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8' },
		copyProject(),
	);
}, 600_000);

/** What an editor wrote of an article, read without the project's code. */
type Source = {
	number: number;
	title: { captured: string; supplied: string };
	verdict: string;
	publisher: { outlet: string };
	published: { date: string };
	engine: { name: string; version?: string };
	capture: { rights: string };
	authors?: unknown;
	revisions: { number: number }[];
};
const sources = readdirSync('content/articles').map(
	(folder) =>
		parse(readFileSync(join('content/articles', folder, 'record.yaml'), 'utf8')) as Source,
);
const outlets = parse(readFileSync('content/outlets.yaml', 'utf8')) as {
	id: string;
	name: string;
}[];
const archive = parse(readFileSync('content/archive.yaml', 'utf8')) as {
	title: string;
	editors: string;
};
const rightsLabels: { [rights: string]: string } = {
	'https://rightsstatements.org/vocab/InC/1.0/': 'In copyright',
	'CC-BY-4.0': 'CC BY 4.0',
};

/** The facts of an article that every citation of it must tell. */
function factsOf(source: Source) {
	const outlet = outlets.find(({ id }) => id === source.publisher.outlet)?.name ?? '';
	const { name, version } = source.engine;
	const engine = name === 'unknown' ? 'machine translation (engine unknown)' : name;
	const revision = source.revisions.at(-1)?.number ?? 0;
	expect(source.authors, 'an author of its own is tested with the samples').toBeUndefined();
	return {
		title: source.title.captured === 'none' ? `[${source.title.supplied}]` : source.title.captured,
		outlet,
		translator:
			source.verdict === 'native' ? undefined : [engine, version].filter(Boolean).join(' '),
		// The file formats can say an interval, Zotero’s tags only where it begins.
		date: source.published.date,
		firstDay: source.published.date.split('/')[0] ?? '',
		rights: rightsLabels[source.capture.rights],
		folder: `a/${source.number}/v${revision}/`,
		url: `${address}a/${source.number}/v${revision}/`,
	};
}

test('Zotero reads every article and revision as its record says', () => {
	let read = 0;
	for (const source of sources) {
		const { title, outlet, translator, firstDay, rights, folder, url } = factsOf(source);
		for (const page of [`a/${source.number}/`, folder]) {
			const { creators, ...item } = readAsZotero(readSite(site, `${page}index.html`));
			expect(item, page).toMatchObject({
				itemType: 'newspaperArticle',
				title,
				publicationTitle: outlet,
				date: firstDay.replaceAll('-', '/'),
				url,
				language: 'en',
				rights,
			});
			expect(creators, page).toEqual([
				{ type: 'author', family: outlet },
				...(translator === undefined ? [] : [{ type: 'translator', family: translator }]),
			]);
			read++;
		}
	}
	expect(read).toBe(2 * sources.length);
});

test('Zotero reads every note as a page of the editors', () => {
	const notes = readRows(site, 'data/notes.jsonl');
	const ordinals = new Map<number, number>();
	for (const { article, note, type } of notes) {
		const source = sources.find(({ number }) => number === article);
		if (!source) throw new Error(`Note ${String(note)} is of no article.`);
		const ordinal = (ordinals.get(source.number) ?? 0) + 1;
		ordinals.set(source.number, ordinal);
		const { title } = factsOf(source);
		const path = `a/${String(article)}/n/${String(note)}/`;
		const { creators, ...item } = readAsZotero(readSite(site, `${path}index.html`));
		const label = describeType(String(type) as TypeId).label.toLowerCase();
		expect(item, path).toMatchObject({
			itemType: 'webpage',
			title: `Note ${ordinal} on “${title}”: ${label}`,
			publicationTitle: archive.title,
			url: address + path,
			language: 'en',
			rights: 'CC BY 4.0',
		});
		// A comma would make a family name and a given name of it.
		expect(creators, path).toEqual([
			{ type: 'author', family: archive.editors.replace(', ', ' – ') },
		]);
	}
	expect(notes.length).toBe(
		listPages(site).filter((page) => /\/n\/[^/]+\/index/.test(page)).length,
	);
});

test('the bibliography files of every article are read back by strangers', () => {
	const validate = new Ajv({ strict: false }).compile(readSchema('csl-data.json'));
	for (const source of sources) {
		const { title, outlet, translator, date, firstDay, folder, url } = factsOf(source);

		const items = JSON.parse(readSite(site, `${folder}cite.csl.json`)) as object[];
		validate(items);
		expect(validate.errors ?? []).toEqual([]);
		expect(items, folder).toMatchObject([
			{
				type: 'article-newspaper',
				title,
				'container-title': outlet,
				author: [{ literal: outlet }],
				issued: {
					'date-parts': expect.arrayContaining([firstDay.split('-').map(Number)]) as unknown,
				},
				URL: url,
				...(translator !== undefined && { translator: [{ literal: translator }] }),
			},
		]);

		const library = readBibliography(readSite(site, `${folder}cite.bib`));
		expect(library, folder).toMatchObject({
			title,
			url,
			date,
			author: [{ name: outlet }],
			journaltitle: outlet,
			...(translator !== undefined && { translator: [{ name: translator }] }),
		});
		// Older BibTeX knows neither days nor addresses.
		const older = readBibliography(readSite(site, `${folder}cite.bibtex.bib`));
		expect(older, folder).toMatchObject({
			title,
			author: [{ name: outlet }],
			journal: outlet,
			year: date.slice(0, 4),
		});
		expect(JSON.stringify(older), folder).toContain(url);
	}
});

/** Read the one entry of a file, with two parsers that must find no fault in it. */
function readBibliography(written: string): { [field: string]: unknown } {
	const { errors, entries } = parseBibliography(written, {
		sentenceCase: false,
		caseProtection: false,
	});
	expect([...errors, ...tidy(written).warnings], written).toEqual([]);
	expect(entries, written).toHaveLength(1);
	return entries[0]?.fields ?? {};
}

const hasBibutils = spawnSync('ris2xml', ['--version']).error === undefined;
if (!hasBibutils)
	process.stdout.write('bibutils are not installed. On Debian: apt-get install bibutils\n');

test.skipIf(!hasBibutils)('the RIS file of every article is read back by bibutils', () => {
	for (const source of sources) {
		const { title, outlet, date, folder, url } = factsOf(source);
		const { stdout } = spawnSync('ris2xml', ['-i', 'unicode', '-o', 'unicode'], {
			input: readSite(site, `${folder}cite.ris`),
			encoding: 'utf8',
		});
		const read = (name: string) =>
			[...stdout.matchAll(new RegExp(`<${name}\\b[^>]*>([^<]*)</${name}>`, 'g'))].map(
				([, text]) => text,
			);
		expect([read('title')[0], ...read('subTitle')].filter(Boolean).join(': '), folder).toBe(title);
		expect(read('url'), folder).toEqual([url]);
		expect(read('title'), folder).toContain(outlet);
		expect(read('dateIssued').join(), folder).toContain(date.slice(0, 4));
	}
});

test('the site is the same byte for byte wherever and whenever it is built', () => {
	const list = (folder: string) =>
		readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
			.sort();
	const files = list(site);
	expect(files.length).toBeGreaterThan(listPages(site).length);
	expect(list(siteElsewhere)).toEqual(files);
	const different = files.filter(
		(file) => !readFileSync(join(site, file)).equals(readFileSync(join(siteElsewhere, file))),
	);
	expect(different).toEqual([]);
});

/** Follow every link of a site from its first page, those to its public address too; other hosts are not asked. */
async function followLinks(folder: string) {
	const port = 4571;
	const local = `http://localhost:${port}/`;
	const servers = await listenOnLoopback(serveFolder(folder), port);
	try {
		const { links } = await new LinkChecker().check({
			path: local,
			recurse: true,
			checkFragments: true,
			concurrency: 20,
			urlRewriteExpressions: [{ pattern: new RegExp(`^${address}`), replacement: local }],
			linksToSkip: async (link) => !link.startsWith(local) && !link.startsWith(address),
		});
		const withState = (wanted: LinkState) =>
			links.filter(({ state }) => state === wanted).map(({ url, parent }) => ({ url, parent }));
		return { broken: withState(LinkState.BROKEN), whole: withState(LinkState.OK) };
	} finally {
		for (const server of servers) server.close();
	}
}

test('a stranger’s link checker finds no broken link and no fragment that leads nowhere', async () => {
	const { broken, whole } = await followLinks(site);
	expect(broken).toEqual([]);
	expect(whole.length).toBeGreaterThan(listPages(site).length);
	process.stdout.write(`${whole.length} links of ${listPages(site).length} pages are whole.\n`);
});

test('the link checker sees a page and a fragment that are missing', async () => {
	const folder = makeFolder('broken-site');
	writeFileSync(
		join(folder, 'index.html'),
		`<a href="two.html#here">1</a><a href="two.html#gone">2</a><a href="${address}three.html">3</a>`,
	);
	writeFileSync(join(folder, 'two.html'), '<p id="here">Here.</p>');
	const { broken } = await followLinks(folder);
	expect(broken.map(({ url }) => url?.split('/').at(-1)).sort()).toEqual([
		'three.html',
		'two.html#gone',
	]);
});
