import type { CslItem, CslName } from './csl-item.ts';
import type { DateParts } from './date-forms.ts';
import type { Style, StyledCitation, StyleFormatter } from './format-styles.ts';

/**
 * Asking a style takes the engine some ten milliseconds, but what it does to a reference depends on few things:
 * which facts there are, how many, and the marks between words. So the engine is asked once for each such
 * shape, with words that stand for any others, and the true ones are set into its answer.
 */

/** Words with nothing between them but spaces: a style changes their capitals and nothing else. */
const WORDS = /[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*/gu;
/** A text of words and of marks whose handling depends on no word. */
const ORDINARY = /^[\p{L}\p{N}][\p{L}\p{N} ,.:;?!“”()–—-]*$/u;
/** What stands for words, in the capitals that the style set: one word, or the first and the rest. */
const STAND_IN = /([Qq])x([a-j]+)xq(?: ([Qq])y\2yq)?/g;
const ANY_STAND_IN = /q[xyz][a-z]*q/i;
const YEAR = 8642;
const DAY = 27;
const PARAGRAPH = 7531;
const PLACE = 'qzuzq';
/** All at once: what is set in is not looked at again. */
const REPLACED = new RegExp(`${STAND_IN.source}|${PLACE}|${YEAR}|${DAY}|${PARAGRAPH}`, 'g');
const LOOKS_REPLACED = new RegExp(`${YEAR}|${DAY}|${PARAGRAPH}|${ANY_STAND_IN.source}`, 'i');

type Shape = {
	item: CslItem;
	key: string;
	/** The words taken out, those of the title first. */
	words: string[];
	titleWords: number;
	place: string;
	year: number;
	day: number;
	paragraph: number | undefined;
};

/** Format as `style` does, with the same outcome, in a fraction of the time where a shape is met again. */
export function citeByShape({ cite, setCase }: Style): StyleFormatter {
	const known = new Map<string, StyledCitation>();
	return (item, locator) => {
		const shape = shapeOf(item, locator);
		if (!shape) return cite(item, locator);
		let answer = known.get(shape.key);
		if (!answer) {
			answer = cite(
				shape.item,
				shape.paragraph === undefined ? undefined : { paragraph: PARAGRAPH },
			);
			known.set(shape.key, answer);
		}
		const cased = new Map<string, string[]>();
		const inCase = (textCase: 'title' | 'capitalize-first') => {
			const words = cased.get(textCase) ?? wordsOf(setCase(item.title, textCase));
			cased.set(textCase, words);
			return words;
		};
		const fill = (text: string) =>
			text.replaceAll(
				REPLACED,
				(met: string, first?: string, letters?: string, second?: string) => {
					if (met === String(YEAR)) return String(shape.year);
					if (met === String(DAY)) return String(shape.day);
					if (met === String(PARAGRAPH)) return String(shape.paragraph);
					if (met === PLACE) return shape.place;
					const at = toNumber(letters ?? '');
					if (first === 'q' || at >= shape.titleWords) return shape.words[at] ?? met;
					return inCase((second ?? first) === 'Q' ? 'title' : 'capitalize-first')[at] ?? met;
				},
			);
		const citation = {
			reference: fill(answer.reference),
			referenceHtml: fill(answer.referenceHtml),
			inText: fill(answer.inText),
		};
		const isWhole = !Object.values(citation).some((text) => ANY_STAND_IN.test(text));
		return isWhole ? citation : cite(item, locator);
	};
}

/** Each style asks for the shape of the same item, one after the other. */
let lastShaped:
	{ item: CslItem; paragraph: number | undefined; shape: Shape | undefined } | undefined;

function shapeOf(item: CslItem, locator?: { paragraph: number | undefined }): Shape | undefined {
	const paragraph = locator?.paragraph;
	if (lastShaped?.item !== item || lastShaped.paragraph !== paragraph)
		lastShaped = { item, paragraph, shape: takeShape(item, paragraph) };
	return lastShaped.shape;
}

/** Take the words out of an item; returns nothing where what is not replaced looks like what is. */
function takeShape(item: CslItem, paragraph: number | undefined): Shape | undefined {
	const { id: _id, title, issued, URL: url, custom, ...rest } = item;
	const words: string[] = [];
	const take = (text: string) =>
		!ORDINARY.test(text)
			? text
			: text.replaceAll(WORDS, (run) => {
					const letters = toLetters(words.push(run) - 1);
					return run.includes(' ') ? `qx${letters}xq qy${letters}yq` : `qx${letters}xq`;
				});
	const takeName = (name: CslName) => ('literal' in name ? { literal: take(name.literal) } : name);
	const shapedTitle = take(title);
	const titleWords = words.length;
	const { author, translator, source } = rest;
	const container = rest['container-title'];
	const texts = {
		...rest,
		...(author && { author: author.map(takeName) }),
		...(translator && { translator: translator.map(takeName) }),
		...(container !== undefined && { 'container-title': take(container) }),
		...(source !== undefined && { source: take(source) }),
		...(rest['original-title'] !== undefined && {
			'original-title': rest['original-title'].replace(
				/^(<span class="nocase">)(.*)(<\/span>)$/s,
				(_, start: string, text: string, end: string) => start + take(text) + end,
			),
		}),
	};
	const [date, until] = issued?.['date-parts'] ?? [];
	const [year = YEAR, month, day = DAY] = date ?? [];
	const [, before, place = '', after = ''] =
		/^(https?:\/\/|\/)([\w./#:~-]*\w)?(\/?)$/.exec(url ?? String(custom['path'])) ?? [];
	const isUsual = !until && year >= 1000 && year <= 9999 && before !== undefined && place !== '';
	const kept = JSON.stringify([shapedTitle, texts, month]).replaceAll(STAND_IN, '');
	if (!isUsual || LOOKS_REPLACED.test(kept)) return undefined;
	const parts = [YEAR, month, date?.[2] && DAY].slice(0, date?.length) as DateParts;
	const shaped: Omit<CslItem, 'id'> = {
		...texts,
		title: shapedTitle,
		...(issued && { issued: { ...issued, 'date-parts': [parts] } }),
		...(url !== undefined && { URL: before + PLACE + after }),
		custom: { path: url === undefined ? before + PLACE + after : '' },
	};
	return {
		item: { ...shaped, id: 'shape' },
		key: JSON.stringify([shaped, paragraph !== undefined]),
		words,
		titleWords,
		place,
		year,
		day,
		paragraph,
	};
}

function wordsOf(text: string): string[] {
	return text.match(WORDS) ?? [];
}

/** 120 as `bca`. */
function toLetters(number: number): string {
	return String(number).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
}

function toNumber(letters: string): number {
	return Number(letters.replace(/[a-j]/g, (letter) => String('abcdefghij'.indexOf(letter))));
}
