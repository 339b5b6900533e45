/**
 * Computes every figure that the site prints from its published data, and from nothing else: no line of
 * src/ is used, so a fault there is not repeated here. The formulae are told on the method page.
 */

/** What is read of a line of data/articles.jsonl and data/notes.jsonl. */
export type ArticleRow = {
	article: number;
	verdict: string;
	words: number;
	engine_profile: string;
	original_held: boolean;
	supplied_title: string;
	notes: number;
	critical: number;
	major: number;
	minor: number;
	capture_damage: number;
};
export type NoteRow = {
	article: number;
	type: string;
	severity: 'minor' | 'major' | 'critical';
	confidence: 'certain' | 'likely' | 'possible';
	term: string | null;
};

/** What is read of a line of suggestions/figures.jsonl. */
type CountsRow = {
	suggested: number;
	hits: number;
	sameDimension: number;
	found: number;
	notes: number;
};
export type SuggestionRow = {
	role: 'tuned' | 'held-out' | 'open';
	together: CountsRow;
	chanceTenths: { loose: number; strict: number };
	rules: { [rule: string]: CountsRow };
};

export const severities = ['critical', 'major', 'minor'] as const;
export const families = ['accuracy', 'terminology', 'linguistic', 'style', 'locale', 'capture'];
const confidences = ['certain', 'likely', 'possible'] as const;
const points = { minor: 1, major: 5, critical: 25 };

/** Every figure by its name; where none is listed, `zeroes` says whether it is 0 or unknown. */
export type Expected = { figures: Map<string, number>; zeroes: Set<string> };

/** Compute all figures. */
export function expectFigures(
	articles: readonly ArticleRow[],
	notes: readonly NoteRow[],
	suggestions: readonly SuggestionRow[] = [],
): Expected {
	const figures = new Map<string, number>([
		['scale.0', 0],
		['scale.100', 100],
		...suggestionFigures(suggestions),
	]);
	const notesOf = Map.groupBy(notes, (note) => note.article);
	for (const article of articles)
		for (const [name, value] of articleFigures(article, notesOf.get(article.article) ?? []))
			figures.set(`article-${article.article}.${name}`, value);
	for (const note of notes)
		for (const type of [note.type, familyOf(note)]) {
			figures.set(`type-${type}.notes`, (figures.get(`type-${type}.notes`) ?? 0) + 1);
		}
	for (const [type, those] of [...Map.groupBy(notes, familyOf), ...Map.groupBy(notes, typeOf)])
		figures.set(`type-${type}.articles`, new Set(those.map((note) => note.article)).size);

	const zeroes = new Set<string>();
	const tabulate = (
		table: string,
		id: string,
		own: readonly ArticleRow[],
		those: readonly NoteRow[],
	) => {
		const prefix = `${table}.${id}`;
		zeroes.add(prefix);
		figures.set(`${prefix}.articles`, own.length);
		figures.set(`${prefix}.words`, sum(own.map(({ words }) => words)));
		figures.set(`${prefix}.notes`, those.length);
		for (const note of those)
			for (const column of [note.severity, familyOf(note), note.type])
				figures.set(`${prefix}.${column}`, (figures.get(`${prefix}.${column}`) ?? 0) + 1);
	};
	for (const article of articles)
		tabulate('by-article', String(article.article), [article], notesOf.get(article.article) ?? []);
	const translated = articles.filter(({ verdict }) => verdict !== 'native');
	for (const [profile, own] of Map.groupBy(translated, (article) => article.engine_profile))
		tabulate(
			'by-engine',
			profile,
			own,
			own.flatMap(({ article }) => notesOf.get(article) ?? []),
		);
	for (const [table, keyOf] of [
		['by-term', (note: NoteRow) => note.term],
		['by-type', typeOf],
	] as const)
		for (const [key, those] of Map.groupBy(notes, keyOf)) {
			if (key === null) continue;
			const met = new Set(those.map(({ article }) => article));
			tabulate(
				table,
				key,
				articles.filter(({ article }) => met.has(article)),
				those,
			);
		}
	return { figures, zeroes };
}

/** Find the value that a figure must have; nothing where no such figure is known. */
export function findExpected({ figures, zeroes }: Expected, name: string): number | undefined {
	const value = figures.get(name);
	if (value !== undefined) return value;
	const dot = name.lastIndexOf('.');
	const column = name.slice(dot + 1);
	const isCount =
		(severities as readonly string[]).includes(column) ||
		families.includes(column.split('/')[0] ?? '');
	return isCount && zeroes.has(name.slice(0, dot)) ? 0 : undefined;
}

/** How the rules did, of every part of the articles that has any; a rule that found nothing has zeroes. */
function* suggestionFigures(rows: readonly SuggestionRow[]): Generator<[string, number]> {
	const parts = new Map([
		['captured', rows.filter(({ role }) => role !== 'open')],
		['tuned', rows.filter(({ role }) => role === 'tuned')],
		['held-out', rows.filter(({ role }) => role === 'held-out')],
		['open', rows.filter(({ role }) => role === 'open')],
	]);
	for (const [part, own] of parts) {
		if (own.length === 0) continue;
		const every = `suggestions.all.${part}`;
		const together = own.map((row) => row.together);
		yield* shares(every, together, own, true);
		const suggested = sum(together.map((counts) => counts.suggested));
		if (suggested === 0) continue;
		for (const [name, of] of [
			['chance', 'loose'],
			['strict-chance', 'strict'],
		] as const)
			yield [
				`${every}.${name}`,
				Math.round((10 * sum(own.map(({ chanceTenths }) => chanceTenths[of]))) / suggested),
			];
	}
}

/** Of one rule: what its own page prints, and what the list of rules does. */
export function ruleFigures(rows: readonly SuggestionRow[], rule: string): [string, number][] {
	const countsOf = (own: readonly SuggestionRow[]) => own.flatMap(({ rules }) => rules[rule] ?? []);
	return [
		...shares(`suggestions.${rule}.every`, countsOf(rows), rows, false),
		...(
			[
				['captured', ['tuned', 'held-out']],
				['tuned', ['tuned']],
				['held-out', ['held-out']],
				['open', ['open']],
			] as const
		).flatMap(([part, roles]) => {
			const own = rows.filter(({ role }) => (roles as readonly string[]).includes(role));
			return own.length === 0
				? []
				: [...shares(`suggestions.${rule}.${part}`, countsOf(own), own, true)];
		}),
	];
}

function* shares(
	prefix: string,
	counts: readonly CountsRow[],
	rows: readonly SuggestionRow[],
	isWhole: boolean,
): Generator<[string, number]> {
	const add = (field: keyof CountsRow) => sum(counts.map((one) => one[field]));
	const notes = sum(rows.map(({ together }) => together.notes));
	const suggested = add('suggested');
	yield [`${prefix}.suggested`, suggested];
	yield [`${prefix}.hits`, add('hits')];
	if (suggested > 0) {
		yield [`${prefix}.precision`, Math.round((100 * add('hits')) / suggested)];
		yield [`${prefix}.strict`, Math.round((100 * add('sameDimension')) / suggested)];
	}
	if (notes > 0) yield [`${prefix}.recall`, Math.round((100 * add('found')) / notes)];
	if (!isWhole) return;
	yield [`${prefix}.found`, add('found')];
	yield [`${prefix}.notes`, notes];
}

function* articleFigures(
	article: ArticleRow,
	notes: readonly NoteRow[],
): Generator<[string, number]> {
	yield ['words', article.words];
	yield ['notes', notes.length];
	for (const severity of severities)
		yield [severity, notes.filter((note) => note.severity === severity).length];
	const damage = notes.filter((note) => familyOf(note) === 'capture');
	const faults = notes.filter((note) => familyOf(note) !== 'capture');
	if (damage.length > 0) yield ['capture', damage.length];
	yield* scoreFigures('capture', damage, article.words);
	if (article.verdict === 'native') return;
	yield ['score.critical', faults.filter((note) => note.severity === 'critical').length];
	yield* scoreFigures('score', faults, article.words);
	if (article.words > 0)
		yield* band(
			'wmt',
			(counted) => (100 * sum(counted.map(wmtTenths))) / article.words,
			faults,
			10,
		);
}

function* scoreFigures(
	score: string,
	notes: readonly NoteRow[],
	words: number,
): Generator<[string, number]> {
	if (score === 'score' || notes.length > 0)
		for (const severity of severities) {
			const own = notes.filter((note) => note.severity === severity);
			if (score === 'capture' && own.length === 0) continue;
			const certain = own.filter((note) => note.confidence === 'certain').length;
			for (const confidence of confidences)
				yield [
					`${score}.${severity}.${confidence}`,
					own.filter((note) => note.confidence === confidence).length,
				];
			yield [`${score}.${severity}.all`, own.length];
			yield [`${score}.penalty.${severity}.certain`, certain * points[severity]];
			yield [`${score}.penalty.${severity}.all`, own.length * points[severity]];
		}
	const total = (counted: readonly NoteRow[]) =>
		sum(counted.map(({ severity }) => points[severity]));
	if (score === 'score' || notes.length > 0) {
		yield [`${score}.penalty.certain`, total(notes.filter(isCertain))];
		yield [`${score}.penalty.all`, total(notes)];
	}
	if (words > 0) yield* band(score, (counted) => 100 - (100 * total(counted)) / words, notes, 1);
}

/** Both ends of a band, from `valueOf` in parts of which a whole has `unit`. */
function* band(
	name: string,
	valueOf: (notes: readonly NoteRow[]) => number,
	notes: readonly NoteRow[],
	unit: number,
): Generator<[string, number]> {
	const ends = [valueOf(notes), valueOf(notes.filter(isCertain))].map((end) =>
		Number(end.toFixed(6)),
	);
	const [low, high] = [Math.min(...ends), Math.max(...ends)];
	const isOne = low === high;
	yield [`${name}.low`, (isOne ? Math.round(low) : Math.floor(low)) / unit];
	yield [`${name}.high`, (isOne ? Math.round(high) : Math.ceil(high)) / unit];
}

function wmtTenths({ type, severity }: NoteRow): number {
	if (severity !== 'minor') return type === 'linguistic/unintelligible' ? 250 : 50;
	return type === 'linguistic/punctuation' ? 1 : 10;
}

function isCertain({ confidence }: NoteRow): boolean {
	return confidence === 'certain';
}

function typeOf({ type }: NoteRow): string {
	return type;
}

function familyOf({ type }: NoteRow): string {
	return type.split('/')[0] ?? '';
}

function sum(values: readonly number[]): number {
	return values.reduce((total, value) => total + value, 0);
}
