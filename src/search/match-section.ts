import { nearness, type Need, type Plan, type Sequence } from './plan-query.ts';
import { readTokens, type Token } from './read-tokens.ts';
import type { Section } from './text-page.ts';

/** A stretch of one of a section's texts that the query asks for: [start, end) in UTF-16 units. */
export type Span = { text: number; start: number; end: number };

/** What of a section answers to a query, and for each need how well. */
export type Match = { spans: Span[]; nearness: number[] };

/** Match a section with what a query asks; nothing where a need is not met or something excluded stands in it. */
export function matchSection(section: Section, { needs, excluded }: Plan): Match | undefined {
	const texts = tokensOf(section);
	const isBag = section.isBag === true;
	if (excluded.some((need) => meet(need, texts, isBag))) return undefined;
	const met = needs.map((need) => meet(need, texts, isBag));
	if (!met.every((one) => one !== undefined)) return undefined;
	return {
		spans: met.flatMap(({ spans }) => spans),
		nearness: met.map((one) => one.nearness),
	};
}

/** Find where a need is met, in every alternative that the texts hold. */
function meet({ alternatives, isPhrase }: Need, texts: readonly Token[][], isBag: boolean) {
	// Words without their order hold no phrase, and nothing that could be shown.
	if (isBag && isPhrase) return undefined;
	const met = alternatives.flatMap((sequences) => {
		const wanted = isBag ? sequences.flat().map((sought) => [sought]) : sequences;
		const places = wanted.map((sequence) => findSequence(sequence, texts));
		return places.length > 0 && places.every((found) => found.length > 0) ? places.flat() : [];
	});
	if (met.length === 0) return undefined;
	const best = Math.max(...met.map((place) => place.nearness));
	return {
		spans: met.map(({ text, start, end }) => ({ text, start, end })),
		nearness: best * (1 + Math.log(met.length)),
	};
}

function findSequence(sequence: Sequence, texts: readonly Token[][]) {
	const [first, ...others] = sequence;
	if (!first) return [];
	return texts.flatMap((tokens, text) =>
		tokens.flatMap((token, at) => {
			let least = nearness(first, token);
			for (const [index, sought] of others.entries()) {
				if (least === 0) return [];
				const next = tokens[at + 1 + index];
				least = Math.min(least, next ? nearness(sought, next) : 0);
			}
			const last = tokens[at + others.length];
			return least > 0 && last
				? [{ text, start: token.start, end: last.end, nearness: least }]
				: [];
		}),
	);
}

const tokensOfSections = new WeakMap<Section, Token[][]>();

function tokensOf(section: Section): Token[][] {
	const known = tokensOfSections.get(section);
	if (known) return known;
	const tokens = section.texts.map(readTokens);
	tokensOfSections.set(section, tokens);
	return tokens;
}
