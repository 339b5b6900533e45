import type { Fact } from './refusal.ts';

/** Words that nearly every text of a language has, and texts of its neighbours have not. */
const stopWords: { [language: string]: string[] } = {
	en: 'the of and to in is that for with was are this'.split(' '),
	es: 'el los las del que una por con para como pero'.split(' '),
	fr: 'le les des une est dans pour que qui sur avec'.split(' '),
	de: 'der die und das ist nicht mit den von ein zu'.split(' '),
	ru: 'и в не на что с по это как из для но'.split(' '),
	uk: 'і та що не на у до від як це для або'.split(' '),
	'sr-Latn': 'je da se na su od za koji nije što ali kao'.split(' '),
	'sr-Cyrl': 'је да се на су од за који није што али као'.split(' '),
};
const MIN_SHARE = 0.08;

/** Detect the language of a text by its commonest words, and hold it against what the page declares. */
export function detectLanguage(text: string, declared?: Fact): Fact {
	const words =
		text
			.slice(0, 100_000)
			.toLowerCase()
			.match(/\p{L}+/gu) ?? [];
	const [best, second] = Object.entries(stopWords)
		.map(([language, list]) => ({
			language,
			share: words.filter((word) => list.includes(word)).length / Math.max(words.length, 1),
		}))
		.sort((a, b) => b.share - a.share);
	const found =
		best && best.share >= MIN_SHARE && best.share > 1.3 * (second?.share ?? 0)
			? best.language
			: undefined;
	const tag = declared && toTag(declared.value);
	const says = declared && tag ? `${declared.evidence} says ${tag}` : undefined;
	if (found !== undefined)
		return {
			value: found,
			evidence: says === undefined ? 'its commonest words' : `its commonest words; ${says}`,
		};
	return tag && says
		? { value: tag, evidence: says }
		: { value: 'unknown', evidence: 'nothing tells' };
}

/** Write `en_US` as `en-US`; returns nothing for what is no language tag. */
function toTag(written: string): string | undefined {
	try {
		return Intl.getCanonicalLocales(written.trim().replaceAll('_', '-'))[0];
	} catch {
		return undefined;
	}
}
