import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkDrawings } from './check-drawings.ts';
import { checkPhrases } from './check-phrases.ts';
import {
	expectFigures,
	findExpected,
	ruleFigures,
	type ArticleRow,
	type NoteRow,
	type SuggestionRow,
} from './expected-figures.ts';
import { parsePage, printedInCsv, printedInPage, type Printed } from './printed-figures.ts';

export type Comparison = { compared: number; differences: string[] };

/** Compute every figure of a built site again from its published data, and compare it with what is printed. */
export function compareSite(site: string): Comparison {
	const articles = readRows<ArticleRow>(site, 'data/articles.jsonl');
	const notes = readRows<NoteRow>(site, 'data/notes.jsonl');
	const suggestions = readRows<SuggestionRow>(site, 'suggestions/figures.jsonl');
	const expected = expectFigures(articles, notes, suggestions);
	if (suggestions.length > 0)
		for (const rule of listRules(site))
			for (const [name, value] of ruleFigures(suggestions, rule)) expected.figures.set(name, value);
	const differences: string[] = [];
	const printed: Printed[] = [];
	let compared = 0;
	const compare = (where: string, is: string | number, wanted: string | number) => {
		compared++;
		if (is !== wanted) differences.push(`${where}: prints ${is}, computed ${wanted}`);
	};
	for (const row of articles) {
		for (const field of ['notes', 'critical', 'major', 'minor'] as const)
			compare(
				`data/articles.jsonl, article ${row.article}, ${field}`,
				row[field],
				expected.figures.get(`article-${row.article}.${field}`) ?? 0,
			);
		compare(
			`data/articles.jsonl, article ${row.article}, capture_damage`,
			row.capture_damage,
			expected.figures.get(`article-${row.article}.capture`) ?? 0,
		);
	}
	for (const file of listFiles(site)) {
		const text = readFileSync(join(site, file), 'utf8');
		if (file.endsWith('.csv')) {
			printed.push(...printedInCsv(file, text));
			continue;
		}
		const document = parsePage(text);
		printed.push(...printedInPage(file, document));
		checkPhrases({ file, document, articles, notes, compare });
		differences.push(...checkDrawings({ file, document, articles, expected, compare }));
	}
	for (const { file, name, text, value } of printed) {
		const wanted = findExpected(expected, name);
		if (wanted === undefined) {
			differences.push(`${file}, ${name}: prints ${text}, which the data does not give`);
			continue;
		}
		const decimals = /\.wmt\.(?:low|high)$/.test(name) && !file.endsWith('.csv') ? 1 : 0;
		const words = file.endsWith('.csv') ? String(wanted) : wanted.toFixed(decimals);
		compare(`${file}, ${name}`, text, words.replace('-', '−'));
		if (value !== undefined) compare(`${file}, ${name}, as a value`, Number(value), wanted);
	}
	return { compared, differences: [...differences, ...listMissing(expected.figures, printed)] };
}

/** Name the figures that are printed nowhere, or not on the page of their own article. */
function listMissing(figures: ReadonlyMap<string, number>, printed: readonly Printed[]): string[] {
	const everywhere = new Set(printed.map(({ name }) => name));
	const onPage = new Set(printed.map(({ file, name }) => `${file} ${name}`));
	return [...figures].flatMap(([name, value]) => {
		if (!everywhere.has(name)) return name.startsWith('scale.') ? [] : `${name} is printed nowhere`;
		const own = /^article-(\d+)\.(?:notes|critical|major|minor|score\..*|wmt\..*)$/.exec(name);
		const below = /\.(?:score|wmt)\./.test(name) ? 'scores/' : '';
		const page = `a/${own?.[1] ?? ''}/${below}index.html`;
		// A band whose ends are one number prints it once, and no critical note is told in words.
		return own && value !== 0 && !name.endsWith('.high') && !onPage.has(`${page} ${name}`)
			? `${name} is not printed on ${page}`
			: [];
	});
}

/** The rules that suggest notes, by their pages: one that found nothing stands in no line of the data. */
function listRules(site: string): string[] {
	return readdirSync(join(site, 'suggestions'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
}

/** The pages of frozen revisions keep the figures of their day, which the data no longer gives. */
function listFiles(site: string): string[] {
	return readdirSync(site, { recursive: true, encoding: 'utf8' })
		.map((path) => path.replaceAll('\\', '/'))
		.filter(
			(path) =>
				/\.html$|^quality\/.*\.csv$/.test(path) &&
				!path.startsWith('pagefind/') &&
				!/^a\/\d+\/v\d+\//.test(path),
		)
		.sort();
}

function readRows<Row>(site: string, path: string): Row[] {
	return readFileSync(join(site, path), 'utf8')
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Row);
}
