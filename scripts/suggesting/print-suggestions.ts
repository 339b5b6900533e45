import type { SuggestionFigures } from '../../src/model/suggestion-figures.ts';
import { confidenceOf } from '../../src/suggesting/measure-rules.ts';
import {
	chanceOf,
	partOf,
	parts,
	sumFigures,
	type Measured,
	type Part,
} from '../../src/suggesting/sum-figures.ts';
import { suggestionRules } from '../../src/suggesting/suggestion-rules.ts';
import type { Suggestion } from '../../src/suggesting/suggestion.ts';

/** Say how sure a rule may be, by how it did on all articles. */
export function formatTrust(figures: readonly SuggestionFigures[], rule: string): string {
	const { hits, suggested, precision } = sumFigures(figures, rule);
	if (precision === undefined) return 'possible; not measured: it found nothing yet';
	return `${confidenceOf({ hits, suggested })}; ${hits} of ${suggested} on our articles touch a note (${precision} %)`;
}

/** Write suggestions for people, grouped by rule. */
export function formatSuggestions(
	suggestions: readonly Suggestion[],
	figures: readonly SuggestionFigures[],
): string {
	return suggestionRules
		.flatMap(({ id, label, message }) => {
			const own = suggestions.filter(({ rule }) => rule === id);
			if (own.length === 0) return [];
			return [
				[
					`${label}  (${id})`,
					`  ${formatTrust(figures, id)}`,
					`  ${message}`,
					...own.flatMap((one) => [
						`    p${one.paragraph}  ${one.exact}`,
						`        ${one.id}   ${one.type}, ${one.severity}${one.correction === undefined ? '' : `, perhaps: ${one.correction}`}`,
						...(one.message === message ? [] : [`        ${one.message}`]),
					]),
				].join('\n'),
			];
		})
		.join('\n\n');
}

const partLabels: { [part in Part]: string } = {
	captured: 'articles captured elsewhere',
	tuned: '  those the rules were adjusted on',
	'held-out': '  those kept out of that',
	open: 'open collection',
};

/** Write what was measured as a table. */
export function formatMeasured(figures: readonly SuggestionFigures[]): string {
	const lines = [
		'A suggestion hits where it shares a word with a note (loose), or with a note of its own dimension (strict).',
		'Precision is the loose one. Chance: marks as long, set down anywhere. Recall: notes that a suggestion touches.',
		'',
		row('all rules together', ['hits', 'precision', '(chance)', 'strict', '(chance)', 'recall']),
		...parts.map((part) => {
			const own = partOf(figures, part);
			const [hits = '', precision = '', strict = '', recall = ''] = cellsOf(sumFigures(own));
			const [loose, strictly] = [perCent(chanceOf(own, 'loose')), perCent(chanceOf(own, 'strict'))];
			return row(partLabels[part], [hits, precision, loose, strict, strictly, recall]);
		}),
		'',
		row('rule, on all articles', ['hits', 'precision', 'strict', 'recall']),
		...suggestionRules.map(({ id }) => row(id, cellsOf(sumFigures(figures, id)))),
	];
	return lines.join('\n');
}

function cellsOf({ hits, suggested, precision, strictPrecision, recall, found, notes }: Measured) {
	return [
		`${hits} of ${suggested}`,
		perCent(precision),
		perCent(strictPrecision),
		`${found} of ${notes}, ${perCent(recall)}`,
	];
}

function perCent(share: number | undefined): string {
	return share === undefined ? 'none' : `${share} %`;
}

function row(label: string, cells: readonly string[]): string {
	return [label.padEnd(36), ...cells.map((cell) => cell.padStart(11))].join(' ').trimEnd();
}
