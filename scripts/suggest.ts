/**
 * Suggest notes on an article by rules; what they suggest is a layer of its own and counts in no score.
 *
 *   npm run suggest -- 7                     what no note touches yet; --all: all of it
 *   npm run suggest -- 7 --accept ID         write it into commentary.mdx; --captured, --type, --severity,
 *                                            --confidence, --correction and --comment change it
 *   npm run suggest -- 7 --dismiss ID --because "…"
 *   npm run suggest -- --measure             how every rule does on our own notes; writes the figures
 *
 * `--json` prints for machines. The captures must be at hand.
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchive, type ArchiveSource } from '../src/edition/read-archive.ts';
import { readRows } from '../src/edition/read-rows.ts';
import { dismissalSchema } from '../src/model/dismissal.ts';
import { suggestionFiguresSchema } from '../src/model/suggestion-figures.ts';
import { listSuggestions } from '../src/suggesting/list-suggestions.ts';
import { confidenceOf } from '../src/suggesting/measure-rules.ts';
import { sumFigures } from '../src/suggesting/sum-figures.ts';
import type { Suggestion } from '../src/suggesting/suggestion.ts';
import { replaceFile } from './replace-file.ts';
import { acceptSuggestion } from './suggesting/accept-suggestion.ts';
import { listSuggestable, type SuggestableArticle } from './suggesting/contexts.ts';
import { applyDismissals, describeDismissal } from './suggesting/dismissals.ts';
import { formatFigures, measureArticles } from './suggesting/measure-articles.ts';
import { formatMeasured, formatSuggestions } from './suggesting/print-suggestions.ts';

const FIGURES = 'suggestion-figures.jsonl';
const DISMISSALS = 'dismissals.jsonl';

class Refusal extends Error {}

try {
	run();
} catch (error) {
	if (!(error instanceof Refusal)) throw error;
	console.error(error.message);
	process.exitCode = 1;
}

function run(): void {
	const text = { type: 'string' } as const;
	const flag = { type: 'boolean' } as const;
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			...{ json: flag, all: flag, measure: flag, accept: text, dismiss: text, because: text },
			...{ captured: text, type: text, severity: text, confidence: text },
			...{ correction: text, comment: text },
		},
	});
	const archive = readArchive();
	if (values.measure) {
		measure(archive, values.json === true);
		return;
	}
	const article = findArticle(archive, positionals[0]);
	const suggestions = listSuggestions(article.context);
	const figures = readRows(archive.root, FIGURES, suggestionFiguresSchema).value ?? [];
	const kept = readRows(archive.root, DISMISSALS, dismissalSchema);
	if (kept.file && !kept.value)
		throw new Refusal(`${kept.path} has a fault in one of its lines. Mend or remove the line.`);
	const { standing, dismissed, unused } = applyDismissals(
		article.context,
		article.number,
		suggestions,
		kept.value ?? [],
	);

	if (values.accept !== undefined) {
		const suggestion = findSuggestion(suggestions, values.accept, article.number);
		const measured = confidenceOf(sumFigures(figures, suggestion.rule));
		const accepted = acceptSuggestion(article, suggestion, values, measured);
		if ('fault' in accepted) throw new Refusal(accepted.fault);
		const { folder, path, commentary } = article.source;
		const written = (commentary.file?.text ?? '').replace(/\n*$/, '\n\n') + accepted.element;
		replaceFile(join(archive.root, folder, 'commentary.mdx'), written);
		console.log(
			`${path}/commentary.mdx: note “${accepted.id}” written. Read it over, then run: npm run anchors && npm run check:content`,
		);
		return;
	}
	if (values.dismiss !== undefined) {
		if (!values.because?.trim()) throw new Refusal('Say why it is dismissed: --because "…".');
		const suggestion = findSuggestion(suggestions, values.dismiss, article.number);
		if (dismissed.includes(suggestion)) throw new Refusal(`${suggestion.id} is dismissed already.`);
		const on = new Date().toISOString().slice(0, 10);
		const row = describeDismissal(article.context, suggestion, {
			article: article.number,
			because: values.because,
			on,
		});
		appendFileSync(join(archive.root, DISMISSALS), `${JSON.stringify(row)}\n`);
		console.log(`${kept.path}: ${suggestion.id} dismissed.`);
		return;
	}

	const touched = standing.filter((one) =>
		article.notes.some((note) => note.start < one.end && one.start < note.end),
	);
	const shown = values.all ? standing : standing.filter((one) => !touched.includes(one));
	if (values.json) {
		console.log(JSON.stringify({ article: article.number, suggestions: shown, dismissed, unused }));
		return;
	}
	if (shown.length > 0) console.log(`${formatSuggestions(shown, figures)}\n`);
	console.log(
		`${shown.length} of ${suggestions.length} suggestions; ${touched.length} touch a note that is there${values.all ? '' : ' (--all shows them)'}, ${dismissed.length} are dismissed.`,
	);
	for (const { rule, p, captured } of unused)
		console.log(
			`${kept.path}: “${captured}” in p${p} is dismissed for ${rule}, which no longer marks it. Remove the line.`,
		);
}

function measure(archive: ArchiveSource, isJson: boolean): void {
	const articles = listSuggestable(archive);
	const figures = measureArticles(articles);
	console.log(isJson ? JSON.stringify(figures) : formatMeasured(figures));
	const present = archive.articles.filter(({ record }) => record.value && !record.value.withdrawn);
	if (articles.length < present.length) {
		console.error(
			`${FIGURES} is left as it is: the captures of ${present.length - articles.length} articles are not at hand.`,
		);
		return;
	}
	replaceFile(join(archive.root, FIGURES), formatFigures(figures));
}

function findArticle(archive: ArchiveSource, name: string | undefined): SuggestableArticle {
	if (!/^[1-9]\d*$/.test(name ?? ''))
		throw new Refusal('Name an article by its number: npm run suggest -- 7');
	const found = listSuggestable(archive).find(({ number }) => number === Number(name));
	if (found) return found;
	const isThere = archive.articles.some(({ record }) => record.value?.number === Number(name));
	throw new Refusal(
		isThere
			? `The capture of article ${name} is not at hand. Put it into content/captures, or name its folder in CALQUE_CAPTURES.`
			: `There is no article ${name}.`,
	);
}

function findSuggestion(
	suggestions: readonly Suggestion[],
	id: string,
	article: number,
): Suggestion {
	const found = suggestions.find((suggestion) => suggestion.id === id);
	if (found) return found;
	throw new Refusal(
		`No rule suggests ${id} here. List what they suggest: npm run suggest -- ${article} --all`,
	);
}
