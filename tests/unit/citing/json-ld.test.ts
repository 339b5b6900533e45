import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import jsonld from 'jsonld';
import { expect, test } from 'vitest';
import { articleGraph, shortArticle, writeJsonLd } from '../../../src/citing/json-ld.ts';
import type { PageFacts } from '../../../src/citing/page-facts.ts';
import { hostileText, SEED } from '../generators.ts';
import { elementsNamed, parseHtml, textContentOf } from '../parse-html.ts';
import { factsWith, pageCases, sampleFacts } from './page-cases.ts';

type Node = { '@id'?: string; '@type'?: string; [property: string]: unknown };

const context = JSON.parse(
	readFileSync(new URL('../../schemas/schemaorgcontext.jsonld', import.meta.url), 'utf8'),
) as object;

/** Expand in safe mode, in which a term that schema.org does not have is an error. */
const expand = (document: unknown) =>
	jsonld.expand(
		document as Parameters<typeof jsonld.expand>[0],
		{
			safe: true,
			documentLoader: (url: string) => {
				if (url !== 'https://schema.org') throw new Error(`Nothing is fetched: ${url}`);
				return Promise.resolve({ documentUrl: url, contextUrl: undefined, document: context });
			},
		} as Parameters<typeof jsonld.expand>[1],
	);

const nodesOf = (facts: PageFacts) =>
	(JSON.parse(writeJsonLd(articleGraph(facts))) as { '@graph': Node[] })['@graph'];
const nodeOf = (facts: PageFacts, end: string) =>
	nodesOf(facts).find(({ '@id': id }) => id?.endsWith(end));
const caseOf = (name: string) => pageCases[name] ?? sampleFacts;

test.for(Object.entries(pageCases))('every term is one of schema.org’s: %s', async ([, facts]) => {
	const graph = (await expand(articleGraph(facts))) as Node[];
	expect(graph).toHaveLength(facts.record.verdict === 'machine-translated' ? 7 : 5);
	const [short] = (await expand(shortArticle(facts))) as Node[];
	expect(short?.['@type']).toEqual(['http://schema.org/NewsArticle']);
	expect(short?.['@id']).toBe(graph[0]?.['@id']);
});

test('a term that is not one is refused', async () => {
	await expect(expand({ ...shortArticle(sampleFacts), machine: 'x' })).rejects.toThrow();
	await expect(expand({ ...shortArticle(sampleFacts), '@type': 'Machine' })).rejects.toThrow();
});

test('every reference leads to a node of the graph or to the web', () => {
	for (const facts of Object.values(pageCases)) {
		const nodes = nodesOf(facts);
		const ids = new Set(nodes.map(({ '@id': id }) => id));
		const references = JSON.stringify(nodes).matchAll(/\{"@id":"([^"]+#[^"]+)"\}/g);
		for (const [, id] of references) expect(ids).toContain(id);
	}
});

test('a machine is the instrument of the translation, with its version', () => {
	const facts = caseOf('original certain');
	expect(nodeOf(facts, '#translation')).toEqual({
		'@type': 'CreateAction',
		'@id': 'https://example.org/calque/a/7/v1/#translation',
		name: 'Machine translation',
		instrument: { '@type': 'SoftwareApplication', name: 'Apertium', softwareVersion: '3.8.3' },
		object: { '@id': 'https://example.org/calque/a/7/#original' },
		result: { '@id': 'https://example.org/calque/a/7/v1/#article' },
	});
	expect(nodeOf(sampleFacts, '#translation')?.['instrument']).toEqual({
		'@type': 'SoftwareApplication',
		name: 'unknown machine translation engine',
	});
});

test('of a text that is no translation, or may be none, no translation is claimed', () => {
	for (const facts of [caseOf('written in English'), caseOf('unclear')]) {
		const types = nodesOf(facts).map(({ '@type': type }) => type);
		expect(types).not.toContain('CreateAction');
		expect(nodeOf(facts, '#original')).toBeUndefined();
		expect(nodeOf(facts, '#article')).not.toHaveProperty('translationOfWork');
		expect(nodeOf(facts, '#article')).not.toHaveProperty('digitalSourceType');
		expect(shortArticle(facts)).not.toHaveProperty('translationOfWork');
		expect(shortArticle(facts)).not.toHaveProperty('digitalSourceType');
	}
	expect(nodeOf(caseOf('unclear'), '#article')?.['creditText']).toBe(
		'Possible machine translation, rev. 1',
	);
});

test('the original is what the record knows of it, and no more', () => {
	expect(nodeOf(caseOf('original certain'), '#original')).toEqual({
		'@type': 'NewsArticle',
		'@id': 'https://example.org/calque/a/7/#original',
		headline: 'Дума голосует о тарифе',
		inLanguage: 'ru',
		url: 'https://example.org/original',
		publisher: { '@type': 'Organization', name: 'Vechernyaya Gazeta' },
		workTranslation: { '@id': 'https://example.org/calque/a/7/v1/#article' },
	});
	const likely = nodeOf(caseOf('original likely'), '#original');
	expect(likely).not.toHaveProperty('publisher');
	expect(likely?.['description']).toBe('Publisher, likely: Vechernyaya Gazeta');
	expect(nodeOf(factsWith({ source_language: 'unknown' }), '#original')).not.toHaveProperty(
		'inLanguage',
	);
});

test('a revision has its dates, rights, hash and sources', () => {
	expect(nodeOf(caseOf('captured from a web archive'), '#article')).toMatchObject({
		datePublished: '2018-11-08',
		dateModified: '2026-11-22',
		version: '1',
		license: 'https://rightsstatements.org/vocab/InC/1.0/',
		archivedAt: 'https://web.archive.org/web/20181109000000/https://example.org/x',
		encoding: { sha256: 'ab'.repeat(32) },
		url: 'https://example.org/calque/a/7/v1/',
	});
	expect(nodeOf(caseOf('undated'), '#article')).not.toHaveProperty('datePublished');
	expect(nodeOf(caseOf('old revision'), '#article')).toMatchObject({
		'@id': 'https://example.org/calque/a/7/v2/#article',
		version: '2',
		dateModified: '2027-01-03',
	});
	expect(nodeOf(caseOf('rights unlocatable, record only'), '#article')).toMatchObject({
		conditionsOfAccess: 'Record, reading version and notes',
	});
});

test('the archive’s own layers are disclosed as made with machines', () => {
	for (const end of ['#reading', '#notes'])
		expect(nodeOf(sampleFacts, end)).toMatchObject({
			author: { name: 'the Calque editors, machine-assisted' },
			digitalSourceType: {
				'@id': 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource',
			},
			license: 'https://creativecommons.org/licenses/by/4.0/',
		});
});

test('without a public address there are identifiers and no addresses of ours', () => {
	const written = writeJsonLd(articleGraph(caseOf('without a public address')));
	expect(written).toContain('"@id":"urn:calque:a:7:v1#article"');
	expect(written).not.toContain('example.org/calque');
});

test('whatever stands in it, JSON-LD never leaves its script and reads back as it was', () => {
	fc.assert(
		fc.property(hostileText, (title) => {
			const facts = { ...sampleFacts, title: `${title}</script><!--\u2028\u2029` };
			for (const value of [articleGraph(facts), shortArticle(facts)]) {
				const written = writeJsonLd(value);
				expect(written).not.toMatch(/[<\u2028\u2029]/);
				const page = parseHtml(`<script type="application/ld+json">${written}</script><p>After`);
				const [script] = elementsNamed(page, 'script');
				expect(elementsNamed(page, 'p')).toHaveLength(1);
				expect(JSON.parse(script ? textContentOf(script) : '')).toEqual(
					JSON.parse(JSON.stringify(value)),
				);
			}
		}),
		{ seed: SEED },
	);
});
