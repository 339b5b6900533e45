import { stemmer as stemRussian } from '@orama/stemmers/russian';
import { stemmer as stemEnglish } from 'stemmer';
import { foldWord } from './read-tokens.ts';

/** Find what the forms of a word have in common; two words are forms of one where their stems are the same. */
export function stemWord(written: string): string {
	const known = stems.get(written);
	if (known !== undefined) return known;
	const stem = stemAnew(written);
	stems.set(written, stem);
	return stem;
}

/** To stem is slow beside comparing, and texts hold the same words again and again. */
const stems = new Map<string, string>();

function stemAnew(written: string): string {
	if (!isCyrillic(written)) return stemEnglish(foldWord(written));
	return stemOfCases(
		written
			.toLowerCase()
			.normalize('NFC')
			// Stress is marked in some texts, and ё is written in some.
			.replace(/\u0301/gu, '')
			.replaceAll('ё', 'е'),
	);
}

/** The stem that nouns on -мя have in all cases but two. */
const nounsOnMya: Readonly<Record<string, string>> = {
	времен: 'врем',
	имен: 'им',
	знамен: 'знам',
	племен: 'плем',
	пламен: 'плам',
};

/**
 * The Snowball stem of a Russian word, levelled where it differs between the cases of one word: surnames on -ов
 * lose the end in one case only, and a vowel comes and goes before the last consonant (отец, отца).
 */
function stemOfCases(word: string): string {
	const stem = stemToTheEnd(word);
	const onMya = nounsOnMya[stem];
	if (onMya !== undefined) return onMya;
	const bare = stem.length >= 5 ? stem.replace(/[ое]в$/u, '') : stem;
	const hard = bare.replace(/ь(?=\p{L}*$)/gu, '');
	// A shorter stem would be lost among particles: дел(о) is not дл(я).
	return hard.length >= 4
		? hard.replace(/([бвгджзйклмнпрстфхцчшщ])[ое]([бвгджзклмнпрстфхцчшщ])$/u, '$1$2')
		: hard;
}

/**
 * Stem until nothing more comes off: Snowball takes one ending, and what is left of one case may end as another
 * does (каналам, канал). A stem of fewer than four letters would be lost among others.
 */
function stemToTheEnd(word: string): string {
	const stem = stemRussian(word);
	return stem === word || stem.length < 4 ? stem : stemToTheEnd(stem);
}

const ALPHABET = 'абвгдежзийклмнопрстуфхцчшщъыьэюя';
const CODES = 'abcdefghijklmnopqrstuvwxyz0123456';

/**
 * Write the stem of a word as the index of words has it, in Latin letters and digits alone: of other letters
 * Pagefind 1.6 makes what it likes, as и of й, so that words would meet that are not the same.
 */
export function indexTermOf(written: string): string {
	const known = terms.get(written);
	if (known !== undefined) return known;
	const stem = stemWord(written);
	const term = isCyrillic(written) ? `${encode(stem)}q` : spell(stem);
	terms.set(written, term);
	return term;
}

const terms = new Map<string, string>();

/**
 * List under what the index has the words that begin as `written` does, and some others: their terms begin as
 * it does, or are shorter, since a stem may be shorter than the beginning of its word.
 */
export function indexBeginningsOf(written: string): { term: string; isWhole: boolean }[] {
	const folded = foldWord(written);
	const certain = Math.max(3, folded.length - LONGEST_ENDING);
	// Of stems that are levelled between the cases only the beginning is sure.
	if (isCyrillic(written)) return [{ term: encode(folded.slice(0, certain)), isWhole: false }];
	return Array.from({ length: folded.length - certain + 1 }, (_, less) => ({
		term: spell(folded.slice(0, folded.length - less)),
		isWhole: less > 0,
	}));
}

/** No more letters than these are taken from a word to make its stem, but for the rarest. */
const LONGEST_ENDING = 4;

function encode(cyrillic: string): string {
	return `zru${Array.from(cyrillic, (letter) => CODES[ALPHABET.indexOf(letter)] ?? '7').join('')}`;
}

/** Spell letters that are not Latin by their code points, one after the other, so that beginnings stay beginnings. */
function spell(stem: string): string {
	return /^[\da-z]*$/.test(stem)
		? stem
		: stem.replace(/[^\da-z]/gu, (letter) => `zu${letter.codePointAt(0)?.toString(16) ?? ''}z`);
}

function isCyrillic(word: string): boolean {
	return /\p{Script=Cyrillic}/u.test(word);
}
