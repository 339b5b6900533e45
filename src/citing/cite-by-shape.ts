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

/** A piece of the answer to a shape: what stays as it is, or what is set in instead of `met`. */
type Piece =
	| string
	| { kind: 'year' | 'day' | 'paragraph' | 'place' }
	| { kind: 'word'; at: number; met: string; textCase: TextCase | undefined };
type TextCase = 'title' | 'capitalize-first';
type Answer = { [part in keyof StyledCitation]: Piece[] };

/** So many answers are kept of what has no shape and is hardly asked twice in one build. */
const MAX_SINGLE_ANSWERS = 5_000;

/**
 * Format as `style` does, with the same outcome, in a fraction of the time where a shape is met again. `answers` holds
 * the answers of the style by what it was asked, and is added to.
 */
export function citeByShape(
	style: Style,
	answers = new Map<string, StyledCitation>(),
): StyleFormatter {
	const { setCase } = style;
	let singles = 0;
	const cite: StyleFormatter = (item, locator) => {
		const { id: _id, ...rest } = item;
		const key = JSON.stringify([rest, locator?.paragraph ?? 0]);
		const kept = answers.get(key);
		if (kept) return kept;
		const answer = style.cite(item, locator);
		if (singles++ < MAX_SINGLE_ANSWERS) answers.set(key, answer);
		return answer;
	};
	const known = new Map<string, Answer>();
	/** The words of the title that was cased last, which the paragraphs of an article share. */
	const cased = new Map<TextCase, { title: string; words: string[] }>();
	const inCase = (title: string, textCase: TextCase) => {
		const last = cased.get(textCase);
		if (last?.title === title) return last.words;
		const words = wordsOf(setCase(title, textCase));
		cased.set(textCase, { title, words });
		return words;
	};
	const answerTo = (shape: Shape): Answer => {
		const answer =
			answers.get(shape.key) ??
			style.cite(shape.item, shape.paragraph === undefined ? undefined : { paragraph: PARAGRAPH });
		answers.set(shape.key, answer);
		return {
			reference: takeApart(answer.reference, shape),
			referenceHtml: takeApart(answer.referenceHtml, shape),
			inText: takeApart(answer.inText, shape),
		};
	};
	return (item, locator) => {
		const shape = shapeOf(item, locator);
		if (!shape) return cite(item, locator);
		const answer = known.get(shape.key) ?? answerTo(shape);
		known.set(shape.key, answer);
		const fill = (pieces: Piece[]) => {
			let text = '';
			for (const piece of pieces)
				if (typeof piece === 'string') text += piece;
				else if (piece.kind !== 'word') text += String(shape[piece.kind]);
				else {
					const { at, met, textCase } = piece;
					text += (textCase ? inCase(item.title, textCase)[at] : shape.words[at]) ?? met;
				}
			return text;
		};
		const citation = {
			reference: fill(answer.reference),
			referenceHtml: fill(answer.referenceHtml),
			inText: fill(answer.inText),
		};
		const isWhole = !Object.values(citation).some((text) => ANY_STAND_IN.test(text));
		return isWhole ? citation : cite(item, locator);
	};
}

/** Part what stands for others in a text from what stays: once for a shape, which is met again and again. */
function takeApart(text: string, { titleWords }: Pick<Shape, 'titleWords'>): Piece[] {
	const pieces: Piece[] = [];
	let end = 0;
	for (const { 0: met, 1: first, 2: letters = '', 3: second, index } of text.matchAll(REPLACED)) {
		if (index > end) pieces.push(text.slice(end, index));
		end = index + met.length;
		const at = toNumber(letters);
		if (met === String(YEAR)) pieces.push({ kind: 'year' });
		else if (met === String(DAY)) pieces.push({ kind: 'day' });
		else if (met === String(PARAGRAPH)) pieces.push({ kind: 'paragraph' });
		else if (met === PLACE) pieces.push({ kind: 'place' });
		else if (first === 'q' || at >= titleWords)
			pieces.push({ kind: 'word', at, met, textCase: undefined });
		else
			pieces.push({
				kind: 'word',
				at,
				met,
				textCase: (second ?? first) === 'Q' ? 'title' : 'capitalize-first',
			});
	}
	return [...pieces, text.slice(end)];
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
