import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { computeAnchors, formatAnchors } from '../../src/edition/place-notes.ts';
import { readArticle } from '../../src/edition/read-archive.ts';
import { confidences, typology } from '../../src/model/typology.ts';
import { seeded, type Choices } from '../seeded.ts';
import { makeVocabulary, type Vocabulary } from './vocabulary.ts';

const LATIN_WORDS = 44_000;
const CYRILLIC_WORDS = 20_000;
const PARAGRAPHS = 8;
const WORDS_OF_PARAGRAPH = 56.25;
const NOTES_OF_PARAGRAPH = 1.5;
/** So many articles have no commentary. */
const SHARE_WITHOUT_NOTES = 0.1;
/** So many notes name a term. */
const SHARE_WITH_TERM = 0.3;
const TERMS = 240;
const NAMES = 400;
const OUTLETS = 24;
/** An event is reported by about so many articles. */
const ARTICLES_PER_EVENT = 8;
/** Nearly every first attempt finds words that stand in their paragraph once. */
const MAXIMUM_ATTEMPTS = 1000;

type Term = { id: string; source: string; phrases: string[]; met: Set<string> };
type World = {
	choices: Choices;
	/** How many an article has. */
	paragraphs: number;
	latin: Vocabulary;
	cyrillic: Vocabulary;
	terms: Term[];
	events: {
		id: string;
		date: string;
		title: string;
		reports: { article: number; paragraphs: number[] }[];
	}[];
	people: string[];
	organisations: string[];
};

/**
 * Write an archive of made-up articles into `folder`, the same for the same count and seed: words of a Zipf-like
 * vocabulary of 64,000 in Latin and Cyrillic letters, 450 captured words and 12 notes to an article of eight
 * paragraphs, none for one in ten, captures beside their records, anchors written.
 */
export function generateCorpus(
	folder: string,
	count: number,
	seed = 1,
	paragraphs = PARAGRAPHS,
): void {
	const world = makeWorld(count, seed, paragraphs);
	for (let number = 1; number <= count; number++) writeArticle(folder, number, world);
	writeAuthorities(folder, world);
}

function makeWorld(count: number, seed: number, paragraphs: number): World {
	const choices = seeded(seed);
	const latin = makeVocabulary(choices, 'latin', LATIN_WORDS);
	const cyrillic = makeVocabulary(choices, 'cyrillic', CYRILLIC_WORDS);
	const phrase = (words: number) => Array.from({ length: words }, latin.next).join(' ');
	const name = () => [latin, latin].map(({ words }) => capital(choices.pick(words))).join(' ');
	const names = [...new Set(Array.from({ length: NAMES }, name))];
	return {
		choices,
		paragraphs,
		latin,
		cyrillic,
		terms: Array.from({ length: TERMS }, (_, index) => ({
			id: `term-${index + 1}`,
			source: `${choices.pick(cyrillic.words)} ${choices.pick(cyrillic.words)}`,
			phrases: Array.from(
				{ length: 4 },
				() => `${choices.pick(latin.words)} ${choices.pick(latin.words)}`,
			),
			met: new Set<string>(),
		})),
		events: Array.from({ length: Math.ceil(count / ARTICLES_PER_EVENT) }, (_, index) => ({
			id: `event-${index + 1}`,
			date: dayOf(choices),
			title: capital(phrase(5)),
			reports: [],
		})),
		people: names.slice(0, NAMES / 2),
		organisations: names.slice(NAMES / 2),
	};
}

function writeArticle(root: string, number: number, world: World): void {
	const { choices, latin } = world;
	const folder = join('articles', `${number}-${latin.next()}-${latin.next()}`);
	const write = (file: string, text: string) => {
		writeFileSync(join(root, folder, file), text);
	};
	mkdirSync(join(root, folder), { recursive: true });
	// The home page shows a note of the first.
	const hasNotes = !choices.isDue(SHARE_WITHOUT_NOTES) || number === 1;
	const paragraphs = Array.from({ length: world.paragraphs }, (_, index) => {
		const [start, end] = [index, index + 1].map((part) => Math.floor(part * WORDS_OF_PARAGRAPH));
		return sentences(world, (end ?? 0) - (start ?? 0));
	});
	const readings = paragraphs.map(({ length }) => sentences(world, length));
	const placed = hasNotes ? placeNotes(world, paragraphs) : [];
	const capture = paragraphs.map(textOf).join('\n\n') + '\n';
	write('capture.txt', capture);
	write('reading.md', readings.map(textOf).join('\n\n') + '\n');
	write('commentary.mdx', commentaryOf(world, placed, paragraphs, readings));
	write('record.yaml', stringify(recordOf(world, number, capture, hasNotes)));
	const source = readArticle(root, folder, { bySha256: new Map(), faults: [] });
	if (!source.capture) throw new Error(`The capture of ${folder} cannot be read.`);
	write('anchors.json', formatAnchors(computeAnchors(source, source.capture)));
}

/** Words with their marks: `Word`, `word,`, `word.`. */
function sentences({ choices, latin, cyrillic }: World, count: number): string[] {
	const words: string[] = [];
	let left = 0;
	while (words.length < count) {
		const isFirst = left === 0;
		if (isFirst) left = 8 + choices.below(14);
		left--;
		const word = choices.isDue(0.03) ? cyrillic.next() : latin.next();
		const mark = left === 0 || words.length + 1 >= count ? '.' : choices.isDue(0.08) ? ',' : '';
		words.push((isFirst ? capital(word) : word) + mark);
	}
	return words;
}

type PlacedNote = { paragraph: number; captured: string; term: Term | undefined; index: number };

/** Choose what is flagged; the renderings of terms are set into the paragraphs. */
function placeNotes(world: World, paragraphs: string[][]): PlacedNote[] {
	const placed: PlacedNote[] = [];
	for (let index = 0; index < world.paragraphs * NOTES_OF_PARAGRAPH; index++) {
		const paragraph = Math.floor(index / NOTES_OF_PARAGRAPH);
		const words = paragraphs[paragraph] ?? [];
		const earlier = placed.filter((note) => note.paragraph === paragraph);
		placed.push({ ...placeNote(world, words, index, earlier), paragraph, index });
	}
	for (const { term, captured } of placed) term?.met.add(captured);
	return placed;
}

/** Flag words of a paragraph that stand in it once, as those of its `earlier` notes must go on to do. */
function placeNote(
	{ choices, terms }: World,
	words: string[],
	index: number,
	earlier: readonly PlacedNote[],
): { captured: string; term: Term | undefined } {
	for (let attempt = 0; attempt < MAXIMUM_ATTEMPTS; attempt++) {
		const term = choices.isDue(SHARE_WITH_TERM)
			? terms[choices.below(1 + choices.below(terms.length))]
			: undefined;
		// Each part of a paragraph holds one flagged span, so that none stands in another's words.
		const start = index % 2 === 0 ? 2 + choices.below(18) : 30 + choices.below(18);
		const length = term ? 2 : 1 + choices.below(3);
		const inserted = term
			? choices.pick(term.phrases).split(' ')
			: words.slice(start, start + length);
		const changed = words.toSpliced(start, length, ...inserted);
		const text = textOf(changed);
		const captured = withoutEndMark(textOf(inserted));
		if (![captured, ...earlier.map((note) => note.captured)].every((quote) => isOnce(text, quote)))
			continue;
		words.splice(0, words.length, ...changed);
		return { captured, term };
	}
	throw new Error(`No words of a paragraph stand in it once: ${textOf(words)}`);
}

function isOnce(text: string, quote: string): boolean {
	const first = text.indexOf(quote);
	return first !== -1 && first === text.lastIndexOf(quote);
}

function commentaryOf(
	world: World,
	placed: PlacedNote[],
	paragraphs: string[][],
	readings: string[][],
): string {
	const { choices, latin, cyrillic } = world;
	const phrase = (words: number) => Array.from({ length: words }, latin.next).join(' ');
	const source = () => `${cyrillic.next()} ${cyrillic.next()}`;
	const notes = placed.map(({ paragraph, captured, term, index }) => {
		const severity = index < 2 ? 'critical' : choices.pick(['minor', 'major'] as const);
		const reading = wordFoundOnce(readings[paragraph] ?? []);
		const attributes = {
			reading,
			type: choices.pick(typology).id,
			severity,
			confidence: choices.pick(confidences),
			original: source(),
			correction: choices.isDue(0.8) ? phrase(2) : undefined,
			term: term?.id,
			by: 'generated',
		};
		const written = Object.entries(attributes)
			.filter(([, value]) => value !== undefined)
			.map(([name, value]) => `${name}="${value}"`);
		const prose = `${textOf(sentences(world, 24))} *${phrase(1)}* ${textOf(sentences(world, 10))}`;
		return {
			id: `note-${index + 1}`,
			severity,
			text: `<Note id="note-${index + 1}" p={${paragraph + 1}} captured="${captured}" ${written.join(' ')}>\n${prose}\n</Note>\n`,
		};
	});
	const points = notes
		.filter(({ severity }) => severity === 'critical')
		.map(({ id }) => `<Point note="${id}">${textOf(sentences(world, 14))}</Point>\n`);
	const quotation = withoutEndMark(textOf(paragraphs[0]?.slice(0, 4) ?? []));
	const quotations =
		notes.length > 0
			? [
					`<Quotation p={1} captured="${quotation}" speaker="${choices.pick(world.people)}" status="do-not-quote">${textOf(sentences(world, 12))}</Quotation>\n`,
				]
			: [];
	return [...points, ...quotations, ...notes.map(({ text }) => text)].join('\n');
}

function wordFoundOnce(words: string[]): string | undefined {
	const text = textOf(words);
	return words.map(withoutEndMark).find((word) => word.length > 3 && isOnce(text, word));
}

function recordOf(world: World, number: number, capture: string, hasNotes: boolean) {
	const { choices, latin, events, people, organisations } = world;
	const phrase = (words: number) => Array.from({ length: words }, latin.next).join(' ');
	const event = choices.pick(events);
	event.reports.push({ article: number, paragraphs: [1 + choices.below(world.paragraphs)] });
	const date = dayOf(choices);
	return {
		number,
		title: { captured: capital(phrase(6)), supplied: capital(phrase(7)) },
		verdict: hasNotes ? 'machine-translated' : 'native',
		verdict_confidence: 0.9,
		verdict_evidence: textOf(sentences(world, 18)),
		source_language: hasNotes ? 'ru' : 'en',
		engine: {
			name: hasNotes ? 'Made up' : 'none',
			profile: 'generated',
			evidence: textOf(sentences(world, 8)),
		},
		publisher: {
			outlet: `outlet-${1 + choices.below(OUTLETS)}`,
			url: `https://example.org/${number}`,
			evidence: textOf(sentences(world, 8)),
		},
		original: {
			held: false,
			outlet: `outlet-${1 + choices.below(OUTLETS)}`,
			url: 'unknown',
			confidence: 'possible',
			evidence: textOf(sentences(world, 8)),
		},
		published: { date, evidence: textOf(sentences(world, 6)) },
		captured: { date: '2024-05-06', evidence: textOf(sentences(world, 6)) },
		capture: {
			sha256: createHash('sha256').update(capture).digest('hex'),
			distributed: true,
			rights: 'CC-BY-4.0',
		},
		events: [event.id],
		people: [...new Set([choices.pick(people), choices.pick(people)])].map(idOf),
		organisations: [idOf(choices.pick(organisations))],
		not_checked: textOf(sentences(world, 12)),
		revisions: [{ number: 1, date: '2024-06-01', reason: 'First entry.' }],
	};
}

function writeAuthorities(root: string, world: World): void {
	const { choices, terms, events, people, organisations } = world;
	const write = (file: string, value: unknown) => {
		writeFileSync(join(root, file), typeof value === 'string' ? value : stringify(value));
	};
	write('archive.yaml', {
		title: 'Generated archive',
		summary: 'An archive of made-up articles, to measure with.',
		editors: 'a generator',
		publisher: 'Generated archive',
		site: 'unset',
		licences: { code: 'MIT', commentary: 'CC-BY-4.0', reading: 'CC-BY-4.0', data: 'CC-BY-4.0' },
		example: { article: 1, note: 'note-1' },
	});
	write(
		'terms.yaml',
		terms
			.filter(({ met }) => met.size > 0)
			.map(({ id, source, met }) => ({
				id,
				source,
				language: 'ru',
				gloss: 'made up',
				renderings: [...met],
				right: ['made up'],
				explanation: textOf(sentences(world, 30)),
			})),
	);
	write(
		'events.yaml',
		events
			.filter(({ reports }) => reports.length > 0)
			.map((event) => ({ ...event, description: textOf(sentences(world, 25)) })),
	);
	const named = (name: string) => ({
		id: idOf(name),
		name,
		description: textOf(sentences(world, 10)),
		spellings: [name],
	});
	write('people.yaml', people.map(named));
	write('organisations.yaml', organisations.map(named));
	write(
		'outlets.yaml',
		Array.from({ length: OUTLETS }, (_, index) => ({
			id: `outlet-${index + 1}`,
			name: `Outlet ${index + 1}`,
			host: `${choices.pick(world.latin.words)}.example`,
			kind: 'aggregator',
			description: textOf(sentences(world, 10)),
		})),
	);
	mkdirSync(join(root, 'pages'), { recursive: true });
	for (const [order, [name, heading]] of Object.entries([
		['about', 'Captures'],
		['method', 'Scores'],
		['typology', 'Types'],
	]))
		write(
			join('pages', `${name}.mdx`),
			`---\ntitle: ${capital(name ?? '')}\ndescription: A made-up page.\norder: ${Number(order) + 1}\n---\n\n${textOf(sentences(world, 60))}\n\n## ${heading}\n\n${textOf(sentences(world, 60))}\n`,
		);
}

function dayOf({ below }: Choices): string {
	const [year, month, day] = [2012 + below(12), 1 + below(12), 1 + below(28)];
	return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

function idOf(name: string): string {
	return name.toLowerCase().replaceAll(' ', '-');
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}

function textOf(words: readonly string[]): string {
	return words.join(' ');
}

function withoutEndMark(text: string): string {
	return text.replace(/[.,]+$/, '');
}
