import { expect, test } from 'vitest';
import { articleMeta } from '../../../src/citing/article-meta.ts';
import { writeCoins } from '../../../src/citing/coins.ts';
import { writeHead, writePage } from './head-html.ts';
import { sampleFacts } from './page-cases.ts';
import { readAsZotero } from './zotero.ts';

/** The emulator must see what is wrong with heads that are known to be wrong. */

const head = writeHead(articleMeta(sampleFacts, { link: (path) => path }));
const readWith = (tag: string, body = '') => readAsZotero(writePage(head + tag, body));
const translators = (item: ReturnType<typeof readAsZotero>) =>
	item.creators.filter(({ type }) => type === 'translator');

test('a Highwire author kills the translator', () => {
	const item = readWith('<meta name="citation_author" content="Ivan Petrov">');
	expect(item.creators).toEqual([{ type: 'author', family: 'Petrov', given: 'Ivan' }]);
	expect(translators(readWith(''))).toHaveLength(1);
});

test.for([
	['citation_journal_title', 'journalArticle'],
	['citation_conference_title', 'conferencePaper'],
	['citation_inbook_title', 'bookSection'],
	['citation_technical_report_institution', 'report'],
	['citation_dissertation_institution', 'thesis'],
])('%s makes a %s of the article', ([name, type]) => {
	expect(readWith(`<meta name="${name}" content="x">`).itemType).toBe(type);
});

test('one COinS span outranks the tags and loses the translator and the Extra field', () => {
	const item = readWith(
		'',
		`<span class="Z3988" title="${writeCoins(sampleFacts).replaceAll('&', '&amp;')}"></span>`,
	);
	expect(item.itemType).toBe('newspaperArticle');
	expect(translators(item)).toEqual([]);
	expect(item).not.toHaveProperty('extra');
});

test.for([
	['', 'webpage'],
	['<meta name="citation_title" content="x">', 'journalArticle'],
	['<meta name="DC.title" content="x">', 'webpage'],
	[
		'<meta name="DC.title" content="x"><meta name="DC.type" content="newspaperArticle">',
		'newspaperArticle',
	],
	['<meta name="prism.aggregationType" content="newsletter">', 'webpage'],
	['<meta name="DC.type" content="report"><meta property="og:type" content="website">', 'report'],
])('of a page with %s alone comes a %s', ([tags, type]) => {
	expect(readAsZotero(writePage(tags ?? '')).itemType).toBe(type);
});

test('Dublin Core’s description is read only beside an item type of Zotero’s', () => {
	const description = '<meta name="DC.description" content="Medium: x">';
	expect(readAsZotero(writePage(description))).not.toHaveProperty('extra');
	expect(
		readAsZotero(writePage(`<meta name="z.itemType" content="webpage">${description}`))['extra'],
	).toBe('Medium: x');
});

test('an edition is read from where it must not stand', () => {
	expect(readWith('<meta name="prism.edition" content="2">')['edition']).toBe('2');
});

test('names fall into the two traps', () => {
	const creatorOf = (name: string) =>
		readAsZotero(writePage(`<meta name="DC.creator" content="${name}">`)).creators[0];
	expect(creatorOf('Vechernyaya Gazeta staff')).toMatchObject({ given: 'Vechernyaya Gazeta' });
	expect(creatorOf('Vechernyaya Gazeta staff,')).toEqual({
		type: 'author',
		family: 'Vechernyaya Gazeta staff',
	});
	expect(creatorOf('ExampleMT 3.1')).toEqual({ type: 'author', family: 'ExampleMT 3.1' });
	expect(creatorOf('ExampleMT 3.1,')).toEqual({ type: 'author', family: 'ExampleMT 3. 1' });
	expect(creatorOf('Example MT 3.1')).toEqual({
		type: 'author',
		family: 'MT 3.1',
		given: 'Example',
	});
	expect(creatorOf('Сидорова, Анна')).toEqual({
		type: 'author',
		family: 'Сидорова',
		given: 'Анна',
	});
});

test('a prefix is read as the page declares it', () => {
	const tags = (address: string) =>
		`<link rel="schema.my" href="${address}"><meta name="my.title" content="Mine">`;
	const page = (address: string) => readAsZotero(`<head>${tags(address)}</head>`);
	expect(page('http://purl.org/dc/elements/1.1/')['title']).toBe('Mine');
	expect(page('http://example.org/other/')).not.toHaveProperty('title');
});

test('a page without an address of its own has the one where it stands', () => {
	expect(
		readAsZotero('<meta name="z.itemType" content="webpage">', 'https://x.example/')['url'],
	).toBe('https://x.example/');
});
