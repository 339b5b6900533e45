import { deriveDateForms, type DatedSides, type DateParts } from './date-forms.ts';
import { describeWork, type Citable, type Work } from './citable.ts';
import { keepOneLine } from './keep-one-line.ts';
import type { Author } from '../model/record.ts';

/** Stands for the day of access; a script may fill it, as `22.11.2026`. */
export const ACCESS_DATE = '__.__.____';

/** A citation by a GOST; `inText` stands in the text, in brackets. */
export type GostCitation = { reference: string; inText: string };

/** Format a record by GOST R 7.0.100-2018, “Bibliographic record. Bibliographic description”. */
export function formatGost100(citable: Citable): GostCitation {
	const work = describeWork(citable);
	const { record } = citable;
	const authors = signersOf(citable, work);
	const people = authors.filter(isPerson);
	const [first] = people;
	const heading = first && people.length <= 3 ? `${closeWithStop(familyFirst(first, ', '))} ` : '';
	const credit = {
		'machine-translated':
			record.engine.name === 'unknown'
				? 'программа перевода неизвестна'
				: `пер. ${work.translator ?? ''}`,
		unclear: 'программа перевода неизвестна',
		native: '',
	}[record.verdict];
	const names = authors.slice(0, authors.length > 4 ? 3 : 4).map(initialsFirst);
	const responsible = [
		names.join(', ') + (authors.length > 4 ? ' [и др.]' : ''),
		work.kind === 'note' ? '' : credit,
	].filter((part) => part !== '');
	const titles = [work.title, ...(work.originalTitle === undefined ? [] : [work.originalTitle])];
	const kind = sayKind(citable, 'машинный перевод');
	const parts = [
		`${titles.join(' = ')} : ${kind}${responsible.length > 0 ? ` / ${responsible.join(' ; ')}` : ''}`,
		`Текст : электронный${work.container === undefined ? '' : ` // ${work.container}`}`,
		...sayDate(work.date),
		...(work.paragraph === undefined ? [] : [`Абз. ${work.paragraph}`]),
		sayWhere(work, citable),
	];
	return {
		reference: heading + parts.map(closeWithStop).join(' – '),
		inText: referInText(citable, work),
	};
}

/** Format a reference by GOST R 7.0.5-2008, “Bibliographic reference”. */
export function formatGost5(citable: Citable): GostCitation {
	const work = describeWork(citable);
	const { record } = citable;
	const authors = signersOf(citable, work);
	const people = authors.filter(isPerson);
	const isHeaded = people.length > 0 && people.length <= 3 && people.length === authors.length;
	const heading = isHeaded
		? closeWithStop(people.map((person) => familyFirst(person, ' ')).join(', ')) + ' '
		: '';
	const names = isHeaded
		? []
		: [
				authors.slice(0, 3).map(initialsFirst).join(', ') + (authors.length > 3 ? ' [и др.]' : ''),
			].filter((part) => part !== '');
	const translator =
		record.engine.name === 'unknown' || record.verdict !== 'machine-translated'
			? '(программа неизвестна)'
			: (work.translator ?? '');
	const kind = sayKind(citable, `маш. пер. ${translator}`);
	const titles = [...(work.originalTitle === undefined ? [] : [work.originalTitle]), work.title];
	const source = work.container === undefined ? '' : ` // ${work.container}`;
	const parts = [
		`${titles.join(' = ')} / ${[...names, kind].join(' ; ')}${source}`,
		...sayDate(work.date),
		...(work.paragraph === undefined ? [] : [`Абз. ${work.paragraph}`]),
		sayWhere(work, citable),
	];
	return {
		reference: heading + parts.map(closeWithStop).join(' '),
		inText: referInText(citable, work),
	};
}

/** Who signed; an outlet that printed an unsigned article is no author here, `//` names it. */
function signersOf({ record }: Citable, work: Work): Author[] {
	return record.authors || work.kind === 'note' ? work.authors : [];
}

function isPerson(author: Author): author is Extract<Author, { family: string }> {
	return 'family' in author;
}

/** “Petrov, I. V.”; `separator` stands after the family name. */
function familyFirst(author: Extract<Author, { family: string }>, separator: string): string {
	const initials = initialsOf(author);
	return initials === '' ? author.family : author.family + separator + initials;
}

/** “I. V. Petrov”. */
function initialsFirst(author: Author): string {
	if ('name' in author) return author.name;
	return [initialsOf(author), author.family].filter((part) => part !== '').join(' ');
}

/** “I. V.” of Ivan Vasilyevich, “J.-P.” of Jean-Paul. */
function initialsOf({ given = '' }: { given?: string | undefined }): string {
	return given
		.split(' ')
		.filter((name) => name !== '')
		.map((name) =>
			name
				.split('-')
				.filter((part) => part !== '')
				.map((part) => `${Array.from(part)[0] ?? ''}.`)
				.join('-'),
		)
		.join(' ');
}

/** Say what the text is, with its revision: “машинный перевод, ред. 1”. */
function sayKind({ record, note }: Citable, translation: string): string {
	const what = {
		'machine-translated': note ? 'примечание к машинному переводу' : translation,
		unclear: note
			? 'примечание к тексту (возможно, машинному переводу)'
			: `возможно, ${translation}`,
		native: note ? 'примечание' : '',
	}[record.verdict];
	const revision = `ред. ${record.revisions.at(-1)?.number ?? 1}`;
	return what === '' ? revision : `${what}, ${revision}`;
}

const genitives =
	'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ');
const nominatives =
	'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');

/** The date as areas of the description: the year, then the day; a doubtful date in square brackets. */
function sayDate(edtf: string): string[] {
	const date = deriveDateForms(edtf);
	if (!date) return ['[Б. г.]'];
	const { first, last, doubt } = date.sides;
	if (last || doubt) return [`[${sayDoubtful(date.sides)}]`];
	const [year, month, day] = first;
	if (month === undefined) return [String(year)];
	if (day !== undefined) return [String(year), `${day} ${genitives[month - 1] ?? ''}`];
	const name = nominatives[month - 1] ?? '';
	return [String(year), (name[0] ?? '').toUpperCase() + name.slice(1)];
}

function sayDoubtful({ first, last, doubt }: DatedSides): string {
	const isAbout = doubt === 'circa' || doubt === 'uncertain and circa';
	const months = isAbout ? genitives : nominatives;
	const sides = (last ? [first, last] : [first]).map((side) => sayParts(side, months));
	const mark = doubt === 'uncertain' || doubt === 'uncertain and circa' ? '?' : '';
	return `${isAbout ? 'около ' : ''}${sides.join(' – ')}${mark}`;
}

function sayParts([year, month, day]: DateParts, months: readonly string[]): string {
	if (month === undefined) return String(year);
	if (day === undefined) return `${months[month - 1] ?? ''} ${year} г.`;
	return `${day} ${genitives[month - 1] ?? ''} ${year} г.`;
}

function sayWhere({ address, path }: Work, { archive, record }: Citable): string {
	return address === undefined
		? `Архив ${keepOneLine(archive.title)}, № ${record.number}; публичного адреса у архива пока нет, путь ${path}`
		: `URL: ${address} (дата обращения: ${ACCESS_DATE})`;
}

/** The reference in the text: “[Petrov, 2018, абз. 12]”. */
function referInText(citable: Citable, work: Work): string {
	const authors = signersOf(citable, work);
	const people = authors.map((author) => ('family' in author ? author.family : author.name));
	const names =
		people.length > 3 ? [`${people[0] ?? ''} [и др.]`] : people.length > 0 ? people : [work.title];
	const { first: from, last: to } = deriveDateForms(work.date)?.sides ?? {};
	const years = [...new Set([from?.[0], to?.[0]].filter((year) => year !== undefined))];
	const parts = [
		...names,
		...(years.length > 0 ? [years.join('–')] : []),
		...(work.paragraph === undefined ? [] : [`абз. ${work.paragraph}`]),
	];
	return `[${parts.join(', ')}]`;
}

function closeWithStop(part: string): string {
	return part.endsWith('.') ? part : `${part}.`;
}
