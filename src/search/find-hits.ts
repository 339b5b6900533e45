import { cutExcerpt, type Stretch } from './cut-excerpt.ts';
import { matchSection, type Span } from './match-section.ts';
import type { OpenedTexts, SearchIndex } from './open-index.ts';
import { asksForSomething, parseQuery } from './parse-query.ts';
import { planQuery, type Need, type Plan, type SoughtWord } from './plan-query.ts';
import { foldWords } from './read-tokens.ts';
import { indexBeginningsOf, indexTermOf } from './stem-word.ts';
import type { Layer, Section, TextPage } from './text-page.ts';

/** Chosen filters: `severity: 'critical'`; a filter that is not chosen is absent. */
export type Filters = Partial<Record<FilterName, string>>;
export const filterNames = ['layer', 'severity', 'type', 'outlet', 'year', 'verdict'] as const;
export type FilterName = (typeof filterNames)[number];

export const sortOrders = ['relevance', 'newest', 'oldest'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** One thing found: a paragraph in one of its layers, or a note. */
export type Hit = {
	/** From the site's root. */
	path: string;
	label: string;
	layer: Layer;
	severities: string[];
	/** Of a note: what is printed, and what the editors read. */
	exact?: string | undefined;
	correction?: string | undefined;
	/** How well the passage matches, the rarer the words and the more of them the higher. */
	score: number;
	/** What of the text answers to the query, verbatim, each once; nothing of a text that is not shown. */
	found: string[];
	/** Stretches of the text itself, those that match the query marked; none of a text that is not shown. */
	excerpt: Stretch[];
};

/** What was found in one article, the best first. */
export type HitGroup = { article: number; title: string; day: string; hits: Hit[] };

export type Findings = {
	/** The best or the newest hits, at most `MAX_HITS`, by article. */
	groups: HitGroup[];
	/** All hits, listed or not. */
	total: number;
	/** Whether there may be more than were counted: not all texts that may hold the words were opened. */
	hasMore: boolean;
	/** For each filter how many hits each of its values would leave, the other filters as they are. */
	counts: Record<FilterName, Record<string, number>>;
	/** Whether these counts are of all; else texts were left out, for their number or for the filters. */
	isCounted: boolean;
	/** The same names as others write them; looked for too. */
	otherSpellings: string[];
	/** Words of the query that stand nowhere in the archive; the search went on without them. */
	unknownWords: string[];
	/** Words that so many others begin with that only they themselves were looked for. */
	onlyWhole: string[];
	/** Passages that may hold what is sought and whose text could not be read. */
	missingPassages: number;
};

/** Queries shorter than this find too much to be of use. */
export const MIN_QUERY_LENGTH = 2;
/** More hits than this are not listed. */
export const MAX_HITS = 50;

/**
 * A paragraph of the reading version tells what happened, a note what became of a few words; where both hold what
 * is asked, the paragraph comes first unless the note holds it more than twice as well.
 */
const READING_WEIGHT = 2;

/** In about so many places is a word that is all over. */
const MANY = 100_000;

type Options = {
	filters?: Filters;
	sort?: SortOrder;
	/** Groups of spellings: a name in the query is found in each of its group's. */
	names?: readonly (readonly string[])[];
	/** How much of a large archive to open: so many times what is opened at first. */
	steps?: number;
};

/** Say whether a query asks for something that can be searched for. */
export function isSearchable(query: string): boolean {
	return query.trim().length >= MIN_QUERY_LENGTH && asksForSomething(parseQuery(query));
}

/** Search the archive. What is found holds everything that is asked, by its text and not by the index alone. */
export async function findHits(
	index: SearchIndex,
	query: string,
	{ filters = {}, sort = 'relevance', names = [], steps = 1 }: Options = {},
): Promise<Findings> {
	const { needs, excluded, otherSpellings } = planQuery(parseQuery(query), names);
	const candidates = await Promise.all(needs.map((need) => findCandidates(index, need)));
	const sought = needs.map((need, at) => ({ need, places: candidates[at]?.places }));
	let known = sought.filter(({ need, places }) => need.isPhrase || places?.size !== 0);
	const search = () => searchFor(index, known, excluded, { filters, sort, steps });
	let { opened, found } = await search();
	if (found.length === 0 && known.length > 1) {
		const held = await Promise.all(known.map((one) => isHeld(index, one)));
		if (held.includes(false)) {
			known = known.filter((_, at) => held[at]);
			({ opened, found } = await search());
		}
	}
	const chosen = found.filter((one) => passes(one, filters));
	return {
		groups: groupHits(chosen.toSorted(orders[sort]).slice(0, MAX_HITS)),
		total: chosen.length,
		hasMore: opened.hasMore,
		counts: countValues(found, filters),
		isCounted: !opened.hasMore && opened.isNarrowed !== true,
		otherSpellings,
		onlyWhole: [...new Set(candidates.flatMap(({ onlyWhole }) => onlyWhole))],
		unknownWords:
			needs.length > 1
				? needs.filter((need) => !known.some((one) => one.need === need)).map(({ text }) => text)
				: [],
		missingPassages: opened.missingPassages,
	};
}

/** A need and the places that may meet it, or nothing where any may. */
type Sought = { need: Need; places: Places };
type Places = ReadonlySet<number> | undefined;
type Search = { opened: OpenedTexts; found: Found[] };

async function searchFor(
	index: SearchIndex,
	known: readonly Sought[],
	excluded: Need[],
	{ filters, sort, steps }: { filters: Filters; sort: SortOrder; steps: number },
): Promise<Search> {
	const places = intersect(known.map((one) => one.places));
	const opened: OpenedTexts =
		known.length > 0 && places?.size !== 0
			? await index.openTexts(places && [...places], { ...filters, sort, steps })
			: { pages: [], missingPassages: 0, hasMore: false };
	const plan: Plan = { needs: known.map(({ need }) => need), excluded, otherSpellings: [] };
	const rarity = known.map((one) => 1 / Math.log2(2 + (one.places?.size ?? MANY)));
	return { opened, found: opened.pages.flatMap((page) => findInPage(page, plan, rarity)) };
}

/**
 * Say whether a word stands in any text, or in one that cannot be read; a phrase is never given up. The index
 * offers places for a word that it does not hold, where another begins as it does.
 */
async function isHeld(index: SearchIndex, { need, places }: Sought): Promise<boolean> {
	if (need.isPhrase) return true;
	const plan: Plan = { needs: [need], excluded: [], otherSpellings: [] };
	const opened = await index.openTexts(places && [...places]);
	return (
		opened.missingPassages > 0 ||
		opened.hasMore ||
		opened.pages.some(({ sections }) => sections.some((section) => matchSection(section, plan)))
	);
}

/** The places that may meet a need; and the words of it whose longer ones are left out, being too many. */
type Candidates = { places: Places; onlyWhole: string[] };

/** Name the places that may meet a need: those that hold all words of one of its alternatives. */
async function findCandidates(index: SearchIndex, { alternatives }: Need): Promise<Candidates> {
	const onlyWhole: string[] = [];
	const lists = await Promise.all(
		alternatives.map(async (sequences) => {
			const found = await Promise.all(sequences.flat().map((sought) => findWord(index, sought)));
			onlyWhole.push(...found.flatMap((one) => one.onlyWhole));
			return intersect(found.map(({ places }) => places));
		}),
	);
	return { places: unite(lists), onlyWhole };
}

async function findWord(
	index: SearchIndex,
	{ written, isBeginning }: SoughtWord,
): Promise<Candidates> {
	const find = async (term: string, isOpen: boolean): Promise<Places> => {
		const places = await index.findPlaces(term, isOpen);
		return places && new Set(places);
	};
	const [own, ...beginnings] = await Promise.all([
		find(indexTermOf(written), false),
		...(isBeginning ? indexBeginningsOf(written) : []).map(({ term, isWhole }) =>
			find(term, !isWhole),
		),
	]);
	if (own?.size === 0) return { places: unite(beginnings), onlyWhole: [] };
	// The word itself is not to be lost among all that may only begin like it.
	const few = beginnings.filter((places) => places !== undefined);
	const isCut = own !== undefined && few.length < beginnings.length;
	return { places: unite([own, ...few]), onlyWhole: isCut ? [written] : [] };
}

/** Unite sets; nothing, which is any place, where one of them is. */
function unite(sets: readonly Places[]): Places {
	const [first, ...others] = sets;
	if (others.length === 0 && sets.length > 0) return first;
	const united = new Set<number>();
	for (const set of sets) {
		if (!set) return undefined;
		for (const value of set) united.add(value);
	}
	return united;
}

/** Intersect sets, of which those that are nothing leave out no place. */
function intersect(sets: readonly Places[]): Places {
	const [least, ...others] = sets
		.filter((set) => set !== undefined)
		.sort((a, b) => a.size - b.size);
	return least && new Set([...least].filter((value) => others.every((set) => set.has(value))));
}

/** A hit before it is told: the place, and what can be asked of it. */
type Found = { page: TextPage; section: Section; score: number; spans: Span[] };

function findInPage(page: TextPage, plan: Plan, rarity: readonly number[]): Found[] {
	return page.sections.flatMap((section) => {
		const match = matchSection(section, plan);
		if (!match) return [];
		const length = section.texts.reduce((sum, text) => sum + text.length, 0);
		const score =
			(match.nearness.reduce((sum, near, at) => sum + near * (rarity[at] ?? 0), 0) *
				(page.layer === 'reading' ? READING_WEIGHT : 1)) /
			(1 + Math.log10(1 + length / 200));
		// Words without their order make no sentence, and may not seem to be one.
		return [{ page, section, score, spans: section.isBag ? [] : match.spans }];
	});
}

const byScore = (a: Found, b: Found) => b.score - a.score;
/** What has no date comes last in either order of time. */
const byDay = (a: Found, b: Found, direction: number) =>
	Number(a.page.day === '') - Number(b.page.day === '') ||
	direction * a.page.day.localeCompare(b.page.day) ||
	byScore(a, b);
const orders: Record<SortOrder, (a: Found, b: Found) => number> = {
	relevance: byScore,
	newest: (a, b) => byDay(a, b, -1),
	oldest: (a, b) => byDay(a, b, 1),
};

function groupHits(found: readonly Found[]): HitGroup[] {
	return [...Map.groupBy(found, ({ page }) => page.article)].flatMap(([article, own]) =>
		own[0]
			? [{ article, title: own[0].page.title, day: own[0].page.day, hits: own.map(hitOf) }]
			: [],
	);
}

function hitOf({ page, section, score, spans }: Found): Hit {
	const { exact, correction, texts } = section;
	const stretches = spans.length > 0 ? cutExcerpt(texts, spans) : [];
	const found = spans.map(({ text, start, end }) => texts[text]?.slice(start, end) ?? '');
	const words = stretches.map(({ text }) => text).join('');
	return {
		path: `/a/${page.article}/#${section.id}`,
		label: section.label,
		layer: page.layer,
		severities: section.severities,
		exact,
		correction,
		score,
		found: [...new Map(found.map((words) => [foldWords(words), words])).values()],
		// Beside a note’s words and their correction, either of them alone would stand there twice.
		excerpt: words === exact || words === correction ? [] : stretches,
	};
}

const valuesOf: Record<FilterName, (found: Found) => readonly string[]> = {
	layer: ({ page }) => [page.layer],
	severity: ({ section }) => section.severities,
	type: ({ section }) => section.types,
	outlet: ({ page }) => [page.outlet],
	year: ({ page }) => page.years,
	verdict: ({ page }) => [page.verdict],
};

function passes(found: Found, filters: Filters, except?: FilterName): boolean {
	return filterNames.every((name) => {
		const wanted = filters[name];
		return wanted === undefined || name === except || valuesOf[name](found).includes(wanted);
	});
}

function countValues(found: readonly Found[], filters: Filters): Findings['counts'] {
	const count = (name: FilterName) => {
		const counts: Record<string, number> = {};
		for (const one of found.filter((other) => passes(other, filters, name)))
			for (const value of valuesOf[name](one)) counts[value] = (counts[value] ?? 0) + 1;
		return counts;
	};
	return Object.fromEntries(filterNames.map((name) => [name, count(name)])) as Findings['counts'];
}
