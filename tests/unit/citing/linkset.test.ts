import { expect, test } from 'vitest';
import { articleMeta } from '../../../src/citing/article-meta.ts';
import { revisionLinkset } from '../../../src/citing/linkset.ts';
import { pageCases, sampleFacts } from './page-cases.ts';

/** Relations that IANA has registered, of those that are written here. */
const registered = [
	...['cite-as', 'type', 'describedby', 'describes', 'item', 'collection', 'license', 'linkset'],
	...['latest-version', 'predecessor-version', 'successor-version', 'version-history'],
	...['original', 'memento'],
];

test.for(Object.entries(pageCases))(
	'a link set has the shape of RFC 9264, 4.2: %s',
	([, facts]) => {
		const set = JSON.parse(JSON.stringify(revisionLinkset(facts))) as { [key: string]: unknown };
		expect(Object.keys(set)).toEqual(['linkset']);
		const contexts = set['linkset'] as { [key: string]: unknown }[];
		expect(contexts.length).toBeGreaterThan(1);
		const anchors = contexts.map(({ anchor }) => anchor);
		expect(new Set(anchors).size).toBe(anchors.length);
		for (const { anchor, ...relations } of contexts) {
			expect(URL.canParse(String(anchor), 'https://example.org/a/7/v1/linkset.json')).toBe(true);
			for (const [relation, targets] of Object.entries(relations)) {
				expect(registered).toContain(relation);
				expect((targets as unknown[]).length).toBeGreaterThan(0);
				for (const target of targets as { [key: string]: unknown }[]) {
					expect(target['href']).toEqual(expect.any(String));
					expect(Object.keys(target).filter((key) => !['href', 'type'].includes(key))).toEqual([]);
				}
			}
		}
	},
);

test('a revision is linked with its files, its versions and its licence, and the files with it', () => {
	expect(revisionLinkset(pageCases['old revision'] ?? sampleFacts)).toMatchInlineSnapshot(`
		{
		  "linkset": [
		    {
		      "anchor": "https://example.org/calque/a/7/v2/",
		      "cite-as": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		        },
		      ],
		      "describedby": [
		        {
		          "href": "https://example.org/calque/a/7/v2/meta.jsonld",
		          "type": "application/ld+json",
		        },
		        {
		          "href": "https://example.org/calque/a/7/v2/cite.ris",
		          "type": "application/x-research-info-systems",
		        },
		        {
		          "href": "https://example.org/calque/a/7/v2/cite.bib",
		          "type": "application/x-bibtex",
		        },
		        {
		          "href": "https://example.org/calque/a/7/v2/cite.csl.json",
		          "type": "application/vnd.citationstyles.csl+json",
		        },
		      ],
		      "item": [
		        {
		          "href": "https://example.org/calque/a/7/v2/article.tei.xml",
		          "type": "application/tei+xml",
		        },
		      ],
		      "latest-version": [
		        {
		          "href": "https://example.org/calque/a/7/",
		          "type": "text/html",
		        },
		      ],
		      "license": [
		        {
		          "href": "https://rightsstatements.org/vocab/InC/1.0/",
		        },
		      ],
		      "original": [
		        {
		          "href": "https://example.org/x",
		        },
		      ],
		      "predecessor-version": [
		        {
		          "href": "https://example.org/calque/a/7/v1/",
		          "type": "text/html",
		        },
		      ],
		      "successor-version": [
		        {
		          "href": "https://example.org/calque/a/7/v3/",
		          "type": "text/html",
		        },
		      ],
		      "type": [
		        {
		          "href": "https://schema.org/NewsArticle",
		        },
		        {
		          "href": "https://schema.org/AboutPage",
		        },
		      ],
		      "version-history": [
		        {
		          "href": "https://example.org/calque/a/7/history/",
		          "type": "text/html",
		        },
		      ],
		    },
		    {
		      "anchor": "https://example.org/calque/a/7/v2/meta.jsonld",
		      "describes": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		          "type": "text/html",
		        },
		      ],
		    },
		    {
		      "anchor": "https://example.org/calque/a/7/v2/cite.ris",
		      "describes": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		          "type": "text/html",
		        },
		      ],
		    },
		    {
		      "anchor": "https://example.org/calque/a/7/v2/cite.bib",
		      "describes": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		          "type": "text/html",
		        },
		      ],
		    },
		    {
		      "anchor": "https://example.org/calque/a/7/v2/cite.csl.json",
		      "describes": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		          "type": "text/html",
		        },
		      ],
		    },
		    {
		      "anchor": "https://example.org/calque/a/7/v2/article.tei.xml",
		      "collection": [
		        {
		          "href": "https://example.org/calque/a/7/v2/",
		          "type": "text/html",
		        },
		      ],
		    },
		  ],
		}
	`);
});

test('without a public address the links are relative to the link set', () => {
	const facts = pageCases['without a public address'] ?? sampleFacts;
	const written = JSON.stringify(revisionLinkset(facts));
	expect(written).not.toContain('example.org/calque');
	const [context] = revisionLinkset(facts).linkset;
	expect(context).toMatchObject({
		anchor: './',
		'latest-version': [{ href: '../', type: 'text/html' }],
		'version-history': [{ href: '../history/', type: 'text/html' }],
		item: [{ href: 'article.tei.xml', type: 'application/tei+xml' }],
	});
	expect(context).not.toHaveProperty('cite-as');
});

test.for(Object.entries(pageCases))(
	'the page’s own links are all in the link set: %s',
	([, facts]) => {
		const folder = `https://example.org/calque/a/7/v${facts.revision ?? facts.record.revisions.length}/`;
		const resolve = (href: string) => new URL(href, `${folder}linkset.json`).href;
		const [context] = revisionLinkset(facts).linkset;
		const inSet = Object.entries(context ?? {}).flatMap(([relation, targets]) =>
			typeof targets === 'string' ? [] : targets.map(({ href }) => `${relation} ${resolve(href)}`),
		);
		const inHead = articleMeta(facts, { link: (path) => `https://example.org/calque${path}` })
			.filter(({ tag, attributes }) => tag === 'link' && !attributes['rel']?.startsWith('schema.'))
			.map(({ attributes }) => `${attributes['rel']} ${attributes['href']}`)
			.filter((line) => !line.startsWith('linkset '));
		expect(inSet.toSorted()).toEqual(inHead.toSorted());
	},
);
