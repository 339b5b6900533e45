import { expect, test } from 'vitest';
import { writeCoins } from '../../../src/citing/coins.ts';
import { writePage } from './head-html.ts';
import { pageCases, sampleFacts } from './page-cases.ts';
import { readAsZotero } from './zotero.ts';
import type { PageFacts } from '../../../src/citing/page-facts.ts';

const read = (facts: PageFacts) =>
	readAsZotero(
		writePage(
			'',
			`<span class="Z3988" title="${writeCoins(facts).replaceAll('&', '&amp;')}"></span>`,
		),
	);

test('a span says of an article what lists can hand on', () => {
	expect(writeCoins(pageCases['signed by two people'] ?? sampleFacts).split('&')).toEqual([
		'ctx_ver=Z39.88-2004',
		'rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc',
		'rft.type=newspaperArticle',
		'rft.title=Watchdog%20locks%20the%20messenger',
		'rft.source=Daily%20Mirror%20Site',
		'rft.aulast=Petrov',
		'rft.aufirst=Ivan',
		'rft.au=Ana%20Maria%20Lee',
		'rft.contributor=machine%20translation%20(engine%20unknown)',
		'rft.date=2018-11-08',
		'rft.identifier=https%3A%2F%2Fexample.org%2Fcalque%2Fa%2F7%2Fv1%2F',
		'rft.language=en',
		'rft.rights=In%20copyright',
		'rft.publisher=Calque',
	]);
});

test('a name that is no person’s is a body’s', () => {
	expect(writeCoins(pageCases['signed by a name'] ?? sampleFacts)).toContain(
		'&rft.aucorp=Vechernyaya%20Gazeta%20staff&',
	);
});

test.for(Object.entries(pageCases))('Zotero’s list has the article as it is: %s', ([, facts]) => {
	const item = read(facts);
	expect(item.itemType).toBe('newspaperArticle');
	expect(item['title']).toBe(facts.title);
	expect(item['publicationTitle']).toBe(facts.outlet?.name ?? facts.record.publisher.outlet);
	expect(item.creators.filter(({ type }) => type === 'author')).toHaveLength(
		facts.record.authors?.length ?? 1,
	);
	expect(item.creators.some(({ type }) => type === 'contributor')).toBe(
		facts.record.verdict !== 'native',
	);
});

test('what is unknown is left out, the address too', () => {
	expect(read(pageCases['undated'] ?? sampleFacts)).not.toHaveProperty('date');
	expect(read(pageCases['without a public address'] ?? sampleFacts)).not.toHaveProperty('url');
});

test('a headline with half a character is written all the same', () => {
	expect(writeCoins({ ...sampleFacts, title: 'x\ud83d' })).toContain('rft.title=x%EF%BF%BD');
});
