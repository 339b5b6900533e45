import fc from 'fast-check';
import { vi } from 'vitest';

// A property is tried thousands of times, and the machine may have other work.
vi.setConfig({ testTimeout: 60_000 });

/** Every property runs from this seed, so that a failure is the same on every machine. */
export const SEED = 20_261_122;

const plain = ['a', 'b', ' ', 'the ', 'lock', 'Телеграм', ' ключи', '7', '. ', '“', '”', '’', '—'];
const astral = ['𝒳', '🔑', '👩‍💻', '𐐷'];
const combining = ['e\u0301', 'и\u0306', '\u0327', 'हिन्दी'];
const lineEnds = ['\n', '\r\n', '\r'];
const unseen = [
	...['\u00a0', '\u202e', '\u2066', '\u2069', '\u200f', '\u200b', '\u200d', '\ufeff', '\u00ad'],
	...['\u0007', '\u007f', '\u0085', '\u2028', '\t', '\f'],
];
const markup = [
	'<',
	'>',
	'&',
	'"',
	"'",
	'&lt;',
	'&#13;',
	'&amp',
	'</mark>',
	'<script>',
	'<!--',
	']]>',
];
const anything = fc
	.string({ unit: 'binary', maxLength: 3 })
	.map((text) => text.replaceAll('\0', ''));

const piecesOf = (pieces: readonly string[]) =>
	fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...pieces) },
		{ weight: 1, arbitrary: anything },
	);

/** Text as bad as a scraper finds it: whole characters, but no NUL, which no capture may hold. */
export const hostileText = fc
	.array(piecesOf([...plain, ...astral, ...combining, ...lineEnds, ...unseen, ...markup]), {
		maxLength: 24,
	})
	.map((pieces) => pieces.join(''));

/** The same without an end of line: what one paragraph may hold. */
export const hostileLine = hostileText.map((text) => text.replace(/[\r\n]/g, ' '));

/** Text in which most things stand several times, or one thing over and over. */
export const repetitiveText = fc.oneof(
	fc
		.array(fc.constantFrom('a', 'b', 'ab', 'ab ', ' ', 'the lock ', '🔑', '🔑🔑', '\n'), {
			maxLength: 40,
		})
		.map((pieces) => pieces.join('')),
	fc
		.tuple(fc.constantFrom('a', 'ab ', '🔑', 'the lock of ', '\r\n-'), fc.nat(40), hostileText)
		.map(([piece, times, rest]) => piece.repeat(times) + rest),
);

/** A place in a text, in UTF-16 code units, never between the halves of a character. */
export type Place = { startCodeUnit: number; endCodeUnit: number };

const ends = fc.oneof(
	fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 4 })),
	fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 200 })),
);

/** Choose up to `maxPlaces` places in a text; they nest, cross, adjoin and coincide as chance has it. */
export function textWithPlaces(text: fc.Arbitrary<string>, maxPlaces: number) {
	return fc
		.tuple(
			text.filter((written) => written !== ''),
			fc.array(ends, { minLength: 1, maxLength: maxPlaces }),
		)
		.map(([written, chosen]) => ({
			text: written,
			places: chosen.map(([first, length]) => placeIn(written, first, length)),
		}));
}

function placeIn(text: string, first: number, length: number): Place {
	const characters = Array.from(text);
	const start = first % characters.length;
	const before = characters.slice(0, start).join('').length;
	const within = characters.slice(start, start + length).join('').length;
	return { startCodeUnit: before, endCodeUnit: before + within };
}

/** Name how two places lie to each other. */
export function relationOf(a: Place, b: Place) {
	const [first, second] =
		a.startCodeUnit < b.startCodeUnit ||
		(a.startCodeUnit === b.startCodeUnit && a.endCodeUnit >= b.endCodeUnit)
			? [a, b]
			: [b, a];
	if (first.endCodeUnit < second.startCodeUnit) return 'apart';
	if (first.endCodeUnit === second.startCodeUnit) return 'adjacent';
	if (first.startCodeUnit === second.startCodeUnit && first.endCodeUnit === second.endCodeUnit)
		return 'identical';
	return first.endCodeUnit >= second.endCodeUnit ? 'nested' : 'crossing';
}
