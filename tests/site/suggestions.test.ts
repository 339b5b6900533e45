import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { compareSite } from '../../scripts/figures/compare-site.ts';
import { parsePage } from '../../scripts/figures/printed-figures.ts';
import { formatFigures } from '../../scripts/suggesting/measure-articles.ts';
import { formatMeasured } from '../../scripts/suggesting/print-suggestions.ts';
import type { SuggestionFigures } from '../../src/model/suggestion-figures.ts';
import { suggestionRules } from '../../src/suggesting/suggestion-rules.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';

const site = makeFolder('suggestions-site');
const counts = (suggested: number, hits: number, notes: number) => ({
	suggested,
	hits,
	sameDimension: Math.floor(hits / 2),
	found: hits,
	foundSameDimension: Math.floor(hits / 2),
	notes,
});
const figures: SuggestionFigures[] = (['tuned', 'held-out', 'open'] as const).map(
	(role, index) => ({
		article: index + 1,
		role,
		together: counts(40 + index, 31 + index, 60 + index),
		chanceTenths: { loose: 203 + index, strict: 77 + index },
		rules: {
			'split-compound': counts(37 - index, 33 - index, 60 + index),
			...(role !== 'open' && { 'stray-space': counts(3, 1, 60 + index) }),
		},
	}),
);

beforeAll(() => {
	const content = layArchive(fixtures.archive);
	writeFileSync(join(content, 'suggestion-figures.jsonl'), formatFigures(figures));
	buildSite(content, fixtures.captures, site);
});

const open = (path: string) => parsePage(readFileSync(join(site, path, 'index.html'), 'utf8'));
const cellsOf = (row: Element) =>
	[...row.querySelectorAll('th, td')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim());

test('the figures on the pages are those of the file, computed by another program', () => {
	expect(compareSite(site).differences).toEqual([]);
	expect(readFileSync(join(site, 'suggestions/figures.jsonl'), 'utf8')).toBe(
		formatFigures(figures),
	);
});

test('a figure that is not what the file gives is told', () => {
	const copy = makeFolder('altered-suggestions');
	cpSync(site, copy, { recursive: true });
	const page = join(copy, 'suggestions/split-compound/index.html');
	const html = readFileSync(page, 'utf8');
	writeFileSync(
		page,
		html.replace(/(data-figure="suggestions\.split-compound\.open\.precision"[^>]*>)\d+/, '$199'),
	);
	expect(compareSite(copy).differences).toEqual([
		'suggestions/split-compound/index.html, suggestions.split-compound.open.precision: prints 99, computed 89',
	]);
});

test('the pages print what the command prints', () => {
	const printed = formatMeasured(figures).split('\n');
	const rows = [...open('suggestions').querySelectorAll('h2#rules ~ div tbody tr')];
	expect(rows).toHaveLength(suggestionRules.length);
	for (const [index, row] of rows.entries()) {
		const [, hits, suggested, precision, strict, recall] = cellsOf(row);
		const line = printed.find((one) => one.startsWith(`${suggestionRules[index]?.id} `)) ?? '';
		const words = line.replace(/\s+/g, ' ');
		expect(words).toContain(` ${hits} of ${suggested} ${precision} ${strict} `);
		expect(words.endsWith(`, ${recall}`)).toBe(true);
	}
	const [captured] = open('suggestions').querySelectorAll('h2#together ~ div tbody tr');
	const line = printed.find((one) => one.startsWith('articles captured')) ?? '';
	const [, suggested, hits, ...shares] = captured ? cellsOf(captured) : [];
	expect(line.replace(/\s+/g, ' ')).toContain(
		`${hits} of ${suggested} ${shares.slice(0, 4).join(' ')}`,
	);
});

test('only a rule with thirty hits and four in five calls what it finds likely', () => {
	expect(open('suggestions/split-compound').querySelector('.statement')?.textContent).toMatch(
		/minor, likely/,
	);
	expect(open('suggestions/stray-space').querySelector('.statement')?.textContent).toMatch(
		/minor, possible/,
	);
});

test('a rule’s page marks its examples', () => {
	for (const { id, examples } of suggestionRules) {
		const marked = [...open(`suggestions/${id}`).querySelectorAll('.examples mark')];
		expect(marked.map((mark) => mark.textContent)).toEqual(examples.flatMap(({ marks }) => marks));
	}
});
