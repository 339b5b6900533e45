import type { Article, ArticleEntry, Note } from '../model/article.ts';
import type { QuotationStatus } from '../model/note.ts';
import type { NoteCounts } from '../scoring/count-notes.ts';

/** The sentences that several components say, kept in one place so that they stay the same. */

const languages = new Intl.DisplayNames('en', { type: 'language' });
/** Asking takes long, and pages ask for the same few. */
const languageNames = new Map<string, string>();

/** Name a language for readers: `ru` is Russian. */
export function languageName(tag: string): string {
	if (tag === 'unknown') return 'an unknown language';
	const name = languageNames.get(tag) ?? languages.of(tag) ?? tag;
	languageNames.set(tag, name);
	return name;
}

/** Write a language tag for HTML's `lang`, where an unknown language is `und`. */
export function langAttribute(tag: string): string {
	return tag === 'unknown' ? 'und' : tag;
}

/** Say in one line what a text is. */
export function statusOf({ record }: Pick<Article, 'record'>): string {
	const language = languageName(record.source_language);
	const original = record.original.held ? 'The original is held.' : 'Original not held.';
	switch (record.verdict) {
		case 'machine-translated':
			return `Unedited machine translation from ${language}. ${original}`;
		case 'native':
			return `Written in ${language}, not machine-translated.`;
		case 'unclear':
			return `Possibly a machine translation from ${language}. ${original}`;
	}
}

/** Say what kind of text an article is, in a word or two. */
export function verdictLabel(verdict: ArticleEntry['record']['verdict']): string {
	return {
		'machine-translated': 'machine translation',
		native: 'native English',
		unclear: 'unclear',
	}[verdict];
}

/** Say in a list what a text is: “machine translation from Russian”, “native English”. */
export function kindOf({ verdict, source_language: tag }: ArticleEntry['record']): string {
	const language = languageName(tag);
	return {
		'machine-translated': `machine translation from ${language}`,
		native: `native ${language}`,
		unclear: `possibly a machine translation from ${language}`,
	}[verdict];
}

/** Say what must not be done with a text, if anything. */
export function warningOf({ record }: Pick<Article, 'record'>): string | undefined {
	if (record.verdict === 'native') return undefined;
	return 'Do not quote it as anyone’s words.';
}

/** Say, to those who hear the page, what stands in place of words that a host planted. */
export const COVER_LABEL = 'masked: words planted by the host';

/** Introduce a correction; it is always the editors' reading, however sure the fault is. */
export const correctionLead = 'we read';

/** Introduce the wording of the source, which is a guess unless the original is held. */
export function originalLead(language: string, isHeld: boolean): string {
	return isHeld ? languageName(language) : `${languageName(language)}, reconstructed`;
}

/** Introduce, where nothing else explains it, what the machine was given to translate. */
export function meaningLead(
	language: string,
	isHeld: boolean,
	confidence: Note['confidence'],
): string {
	const source = language === 'unknown' ? 'source' : languageName(language);
	if (isHeld) return `The ${source} says`;
	return confidence === 'possible'
		? `The ${source} may have said`
		: `The ${source} very probably said`;
}

/** Name what a direct quotation is good for. */
export function quotationLabel(status: QuotationStatus): string {
	return {
		safe: 'Safe to quote',
		'paraphrase-only': 'Paraphrase only',
		'do-not-quote': 'Do not quote',
	}[status];
}

/** List counts of notes as words: “3 critical, 22 major, 50 minor”. */
export function countsPhrase({ critical, major, minor }: NoteCounts): string {
	return [`${critical} critical`, `${major} major`, `${minor} minor`].join(', ');
}

/** Put a number before a noun. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
	return `${count} ${count === 1 ? noun : plural}`;
}

/** Say for HTML in which language a person's or organisation's own name is; only its script can be told. */
export function originalNameLanguage(name: string): string {
	return /\p{Script=Cyrillic}/u.test(name) ? 'und-Cyrl' : 'und';
}

/** Say of which articles the captured text is not at hand; nothing where there are none. */
export function detachedPhrase(numbers: readonly number[]): string {
	if (numbers.length === 0) return '';
	const list = new Intl.ListFormat('en-GB').format(
		numbers.toSorted((a, b) => a - b).map((number) => String(number)),
	);
	return numbers.length === 1
		? `The captured text of article ${list} is not attached to this copy of the archive.`
		: `The captured texts of articles ${list} are not attached to this copy of the archive.`;
}
