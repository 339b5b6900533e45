import { readArchive } from '../../src/edition/read-archive.ts';
import { placeInParagraph } from '../../src/edition/place-notes.ts';
import { MAX_QUOTED_WORDS } from '../../src/model/note.ts';
import { confidences, severities, typology } from '../../src/model/typology.ts';
import { splitsCharacter } from '../../src/text/code-points.ts';
import { countWords } from '../../src/text/count-words.ts';
import { listPlaces } from '../../src/text/find-quote.ts';

/** Words that are selected, and the note that is written on them; offsets are UTF-16 code units of the paragraph. */
export type Selection = {
	kind: (typeof kinds)[number];
	article: number;
	paragraph: number;
	startCodeUnit: number;
	endCodeUnit: number;
	fields: { [label: string]: string };
	choices: { [label: string]: string };
};

/** What makes words hard to select, to tell from their like or to write down. */
const kinds = [
	'anywhere',
	'across a mark',
	'recurring',
	'quotation mark',
	'Cyrillic',
	'combining',
	'at the beginning',
	'at the end',
] as const;

type Span = [start: number, end: number];
type Random = (below: number) => number;

/** Choose selections over all articles whose captured text is at hand, the same ones for a seed. */
export function chooseSelections(
	folders: { content: string; captures: string },
	count: number,
	seed: number,
): Selection[] {
	const archive = readArchive(folders);
	const random = makeRandom(seed);
	const terms = archive.terms.value ?? [];
	const paragraphs = archive.articles.flatMap((article) =>
		(article.capture?.paragraphs ?? []).map(({ number, text }) => ({
			article,
			number,
			text,
			marks: article.commentary.notes.flatMap(({ attributes }): Span[] => {
				if (attributes.p !== number || !article.capture) return [];
				const place = placeInParagraph(article.capture, attributes);
				return place.kind === 'found' ? [[place.startCodeUnit, place.endCodeUnit]] : [];
			}),
			reading: article.reading.paragraphs[number - 1]?.text ?? '',
		})),
	);
	const articles = [...new Set(paragraphs.map(({ article }) => article))];
	const selections: Selection[] = [];
	let misses = 0;
	for (let tries = 0; selections.length < count && tries < count * 400; tries++) {
		misses++;
		// An archive may have nothing of a kind.
		const kind = kinds[(selections.length + Math.floor(misses / 60)) % kinds.length] ?? 'anywhere';
		// Articles take turns, as far as their texts have what is wanted.
		const wanted = articles[(selections.length + tries) % articles.length];
		const own = paragraphs.filter(({ article }) => article === wanted);
		const { article, number, text, marks, reading } = own[random(own.length)] ?? own[0] ?? never();
		const span = trim(text, chooseSpan(kind, text, marks, random));
		if (!span) continue;
		const words = text.slice(...span);
		const isOpen = article.record.value?.capture.distributed === true;
		if (!isOpen && countWords(words) > MAX_QUOTED_WORDS) continue;
		if (words.length > 400) continue;
		misses = 0;
		const trial = selections.length + 1;
		const phrase = reading.split(' ').slice(0, 3).join(' ');
		const isHeld = article.original !== undefined;
		const term = terms[random(terms.length)];
		selections.push({
			kind,
			article: article.record.value?.number ?? 0,
			paragraph: number,
			startCodeUnit: span[0],
			endCodeUnit: span[1],
			fields: {
				Explanation: `Trial ${trial}: a <b>, {x} & "y", it’s *so* \`{code}\`.`,
				Correction: trial % 3 === 0 ? `“it's" <${trial}> & {all} \\ so` : `trial ${trial}`,
				'Layer of work': 'trial “reading” & "others"',
				...(isHeld || trial % 2 ? {} : { 'Likely source wording': `слово «${trial}»` }),
				...(trial % 4 === 0 && listPlaces(reading, { exact: phrase }).length === 1
					? { 'Phrase of the reading version': phrase }
					: {}),
			},
			choices: {
				Type: typology[random(typology.length)]?.id ?? '',
				Severity: severities[random(severities.length)] ?? '',
				Confidence: confidences[random(confidences.length)] ?? '',
				...(trial % 5 === 0 && term ? { Term: term.id } : {}),
			},
		});
	}
	return selections;
}

function chooseSpan(
	kind: Selection['kind'],
	text: string,
	marks: readonly Span[],
	random: Random,
): Span | undefined {
	const length = 1 + random(60);
	const matching = (pattern: RegExp) => {
		const found = [...text.matchAll(pattern)];
		const at = found[random(found.length)]?.index;
		if (at === undefined) return undefined;
		const start = Math.max(0, at - random(12));
		return [start, Math.min(text.length, at + 1 + random(20))] satisfies Span;
	};
	switch (kind) {
		case 'across a mark': {
			const [start, end] = marks[random(marks.length)] ?? [0, 0];
			if (end === 0) return undefined;
			const edge = random(2) === 0 ? start : end;
			return [Math.max(0, edge - 1 - random(15)), Math.min(text.length, edge + 1 + random(15))];
		}
		case 'recurring': {
			const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
			const again = words.filter(([word]) => listPlaces(text, { exact: word }).length > 1);
			const word = again[random(again.length)];
			return word && [word.index, word.index + word[0].length];
		}
		case 'quotation mark':
			return matching(/["'“”«»’]/gu);
		case 'Cyrillic':
			return matching(/\p{Script=Cyrillic}/gu);
		case 'combining':
			return matching(/\p{M}|[\u{10000}-\u{10FFFF}]/gu);
		case 'at the beginning':
			return [0, Math.min(text.length, length)];
		case 'at the end':
			return [Math.max(0, text.length - length), text.length];
		case 'anywhere': {
			const start = random(text.length);
			return [start, Math.min(text.length, start + length)];
		}
	}
}

/** Take the space from both ends of a span, and whole characters at them. */
function trim(text: string, span: Span | undefined): Span | undefined {
	if (!span) return undefined;
	let [start, end] = span;
	if (splitsCharacter(text, start)) start--;
	if (splitsCharacter(text, end)) end++;
	while (start < end && /\s/u.test(text[start] ?? '')) start++;
	while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
	return start < end ? [start, end] : undefined;
}

/** Random whole numbers, the same ones for a seed (mulberry32). */
function makeRandom(seed: number): Random {
	let state = seed;
	return (below) => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
	};
}

function never(): never {
	throw new Error('An article has no paragraphs.');
}
