import { cleanLine } from './clean-line.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { Fact } from './refusal.ts';
import { toEdtf } from './to-edtf.ts';

/** What a page says of itself, each with the place where it says so. */
export type PageFacts = {
	title?: Fact | undefined;
	outlet?: Fact | undefined;
	address?: Fact | undefined;
	/** `unknown`, with the reason, where the page names no date that is certain. */
	published: Fact;
	language?: Fact | undefined;
};

const dateNames = [
	'article:published_time',
	'og:article:published_time',
	'og:published_time',
	'datepublished',
	'date',
	'pubdate',
	'publishdate',
	'publish-date',
	'publication_date',
	'dc.date',
	'dc.date.issued',
	'dcterms.date',
	'dcterms.issued',
	'dcterms.created',
	'parsely-pub-date',
	'sailthru.date',
];

/** Read the metadata of a page: JSON-LD, Open Graph, meta, time and link elements. `html` tells where browsers saved it. */
export function readPageFacts(page: Document, html: string): PageFacts {
	const meta = readMeta(page);
	const scripts = [...page.querySelectorAll('script')].filter(
		(script) => script.getAttribute('type')?.trim().toLowerCase() === 'application/ld+json',
	);
	const jsonLd = readJsonLd(scripts.map(({ textContent }) => textContent));
	const named = (names: string[]) =>
		names.map((name) => ({ value: meta.get(name), evidence: `meta ${name}` }));
	return {
		title: first([
			{ value: jsonLd.headline, evidence: 'JSON-LD headline' },
			...named(['og:title', 'twitter:title', 'dc.title']),
			{ value: page.querySelector('title')?.textContent, evidence: 'title' },
		]),
		outlet: first([
			...named(['og:site_name']),
			{ value: jsonLd.publisher, evidence: 'JSON-LD publisher' },
			...named(['application-name', 'dc.publisher']),
		]),
		address: [
			{ value: linkOf(page), evidence: 'link canonical' },
			...named(['og:url']),
			{ value: jsonLd.url, evidence: 'JSON-LD url' },
			{
				value: /<!--\s*saved from url=\(\d+\)(\S+)/i.exec(html.slice(0, 4096))?.[1],
				evidence: 'the browser’s “saved from” comment',
			},
		]
			.flatMap(({ value, evidence }) => toAddress(value, evidence) ?? [])
			.at(0),
		published: findDate([
			{ value: jsonLd.published, evidence: 'JSON-LD datePublished' },
			...named(dateNames),
			...readTimes(page),
		]),
		language: first([
			{ value: page.documentElement.getAttribute('lang'), evidence: 'html lang' },
			...named(['og:locale', 'content-language']),
			{ value: jsonLd.language, evidence: 'JSON-LD inLanguage' },
		]),
	};
}

/** Take a web address as the page's; returns nothing for what is none. */
export function toAddress(value: string | null | undefined, evidence: string): Fact | undefined {
	const url = URL.parse((value ?? '').trim().slice(0, 4000));
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
	url.hash = '';
	return url.href.length > 2000 ? undefined : { value: url.href, evidence };
}

type Claim = { value: string | null | undefined; evidence: string };

function first(claims: readonly Claim[]): Fact | undefined {
	return claims
		.map(({ value, evidence }) => ({ value: cleanLine(value ?? ''), evidence }))
		.find(({ value }) => value !== '');
}

/** Take the first certain date, and keep what else is written where it says another. */
function findDate(claims: readonly Claim[]): Fact {
	const written = claims.flatMap(({ value, evidence }) => {
		const text = cleanLine(value ?? '', 60);
		return text === '' ? [] : [{ text, evidence, date: toEdtf(text) }];
	});
	const found = written.find(({ date }) => date !== undefined);
	if (!found?.date) {
		const [odd] = written;
		return {
			value: 'unknown',
			evidence: odd
				? `The page writes “${odd.text}” (${odd.evidence}), which is no certain date.`
				: 'The page names no date of publication.',
		};
	}
	const others = written.filter(({ date }) => date !== undefined && date !== found.date);
	const contrary = others.map(({ text, evidence }) => ` But ${evidence} says “${text}”.`);
	return {
		value: found.date,
		evidence: `The page’s ${found.evidence} is “${found.text}”.${contrary.slice(0, 3).join('')}`,
	};
}

/** Names are a stranger's, so they are keys of a map and never of an object. */
function readMeta(page: Document): Map<string, string> {
	const meta = new Map<string, string>();
	for (const element of page.querySelectorAll('meta')) {
		const content = element.getAttribute('content');
		for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
			const name = element.getAttribute(attribute)?.trim().toLowerCase();
			if (name && content?.trim() && !meta.has(name)) meta.set(name, content);
		}
	}
	return meta;
}

function linkOf(page: Document): string | undefined {
	const link = [...page.querySelectorAll('link')].find((element) =>
		/(?:^|\s)canonical(?:\s|$)/i.test(element.getAttribute('rel') ?? ''),
	);
	return link?.getAttribute('href') ?? undefined;
}

/** A time that is marked as that of publication, or the only one that the page has. */
function readTimes(page: Document): Claim[] {
	const times = [...page.querySelectorAll('time')];
	const marked = times.filter(
		(time) =>
			time.hasAttribute('pubdate') || /datepublished/i.test(time.getAttribute('itemprop') ?? ''),
	);
	const values = (marked.length > 0 ? marked : times).map(
		(time) => time.getAttribute('datetime') ?? time.textContent,
	);
	const [value] = values;
	return marked.length > 0 || new Set(values).size === 1 ? [{ value, evidence: 'time' }] : [];
}
