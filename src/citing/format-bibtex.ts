import { formatEdtfDate } from '../model/edtf-date.ts';
import type { Author } from '../model/record.ts';
import { describeWork, type Citable, type Work } from './citable.ts';
import { deriveDateForms } from './date-forms.ts';
import { keepOneLine } from './keep-one-line.ts';

/** A field with its value as TeX, braces or macro included. */
type Field = [name: string, value: string | undefined];

/** Write what is cited for BibLaTeX: a newspaper’s article, or a note as a page of the archive. */
export function formatBiblatex(citable: Citable): string {
	const work = describeWork(citable);
	const date = deriveDateForms(work.date);
	const isNote = work.kind === 'note';
	return writeEntry(isNote ? 'online' : 'article', work.key, [
		['author', namesForTex(work.authors)],
		['title', inBraces(work.title)],
		['translator', work.translator === undefined ? undefined : `{${inBraces(work.translator)}}`],
		[isNote ? 'organization' : 'journaltitle', inBraces(work.container)],
		['entrysubtype', isNote ? undefined : '{newspaper}'],
		['date', date && `{${date.biblatex}}`],
		['origtitle', inBraces(work.originalTitle)],
		['origlanguage', isNote || !work.translator ? undefined : inBraces(nameLanguage(work))],
		['langid', '{english}'],
		['version', `{${work.revision.number}}`],
		['url', work.address && `{${work.address}}`],
		['note', inBraces(describeRevision(work, citable))],
	]);
}

/** Write what is cited for classic BibTeX, which has no translators and no addresses. */
export function formatBibtex(citable: Citable): string {
	const work = describeWork(citable);
	const date = deriveDateForms(work.date);
	const isNote = work.kind === 'note';
	const notes = [
		...(work.translator === undefined ? [] : [`Translated by ${work.translator}`]),
		describeRevision(work, citable),
		...(work.originalTitle === undefined ? [] : [`Original title: ${work.originalTitle}`]),
		...(date?.ris.note === undefined ? [] : [`Published ${date.ris.note}`]),
	];
	return writeEntry(isNote ? 'misc' : 'article', work.key, [
		['author', namesForTex(work.authors)],
		['title', inBraces(work.title)],
		[isNote ? 'organization' : 'journal', inBraces(work.container)],
		['year', date && `{${date.bibtex.year}}`],
		['month', date?.bibtex.month],
		['howpublished', work.address && `{\\url{${work.address}}}`],
		['note', inBraces(notes.join('. '))],
	]);
}

function writeEntry(type: string, key: string, fields: Field[]): string {
	const lines = fields
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value = '']) => `\t${name} = ${value},\n`);
	return `@${type}{${key},\n${lines.join('')}}\n`;
}

function describeRevision({ medium, revision }: Work, { archive, record }: Citable): string {
	return `${medium} (${formatEdtfDate(revision.date)}), ${keepOneLine(archive.title)}, no. ${record.number}`;
}

/** Authors as BibTeX parts them; a name that is no person’s stays whole in braces of its own. */
function namesForTex(authors: readonly Author[]): string | undefined {
	if (authors.length === 0) return undefined;
	const names = authors.map((author) => {
		if ('name' in author) return `{${escapeTex(author.name)}}`;
		const family = keepPart(author.family);
		return author.given === undefined ? `${family},` : `${family}, ${keepPart(author.given)}`;
	});
	return `{${names.join(' and ')}}`;
}

/** Keep a part of a name whole where BibTeX would part it at a comma or an “and”. */
function keepPart(part: string): string {
	const escaped = escapeTex(part);
	return /,|\sand\s|^and\s|\sand$|^and$|^others$/i.test(part) ? `{${escaped}}` : escaped;
}

/** The language in English, small letters and without its script: `serbian` of `sr-Latn`. */
function nameLanguage({ originalLanguage }: Work): string | undefined {
	if (originalLanguage === 'unknown') return undefined;
	const [code = ''] = originalLanguage.split('-');
	return new Intl.DisplayNames('en', { type: 'language' }).of(code)?.toLowerCase();
}

function inBraces(text: string | undefined): string | undefined {
	return text === undefined ? undefined : `{${escapeTex(text)}}`;
}

const signs: { [sign: string]: string } = {
	'\\': '\\textbackslash{}',
	'{': '\\textbraceleft{}',
	'}': '\\textbraceright{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'`': '\\textasciigrave{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
	'&': '\\&',
	'%': '\\%',
	'#': '\\#',
	_: '\\_',
	$: '\\$',
};

/**
 * Keep what TeX would read as a command, a dash or a quotation mark as the text that it is. Braces have names,
 * for `\{` would unbalance BibTeX’s own.
 */
function escapeTex(text: string): string {
	return text
		.replace(/[\\{}~^`<>|&%#_$]/g, (sign) => signs[sign] ?? sign)
		.replace(/([-'])(?=\1)/g, '$1{}');
}
