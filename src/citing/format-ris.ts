import { findRights } from '../model/rights.ts';
import type { Author } from '../model/record.ts';
import { describeWork, type Citable } from './citable.ts';
import { deriveDateForms } from './date-forms.ts';
import { keepOneLine } from './keep-one-line.ts';

/**
 * Write what is cited as a RIS file: UTF-8, lines end with a line feed. Zotero reads `A4` as the translator
 * and `M2` as lines of its “Extra”; a comma at the end keeps a name whole.
 */
export function formatRis(citable: Citable): string {
	const { record, archive } = citable;
	const work = describeWork(citable);
	const date = deriveDateForms(work.date);
	const isNote = work.kind === 'note';
	const fields: [tag: string, value: string | undefined][] = [
		['TY', isNote ? 'ELEC' : 'NEWS'],
		['ID', work.key],
		['TI', work.title],
		...work.authors.map((author): [string, string] => ['AU', nameForRis(author)]),
		['A4', work.translator === undefined ? undefined : `${work.translator},`],
		['DA', date?.ris.date],
		['PY', date?.bibtex.year],
		['T2', work.container],
		['PB', archive.publisher],
		['LA', 'en'],
		['DB', archive.title],
		['AN', String(record.number)],
		['CR', isNote ? archive.licences.commentary : findRights(record.capture.rights)?.label],
		['M2', work.originalTitle === undefined ? undefined : `Original Title: ${work.originalTitle}`],
		['M2', `Medium: ${work.medium}`],
		['M2', date?.ris.note === undefined ? undefined : `Date: ${date.ris.note}`],
		['UR', work.address],
		['ER', ''],
	];
	return fields
		.filter(([, value]) => value !== undefined)
		.map(([tag, value = '']) => `${tag}  - ${keepOneLine(value)}\n`)
		.join('');
}

function nameForRis(author: Author): string {
	if ('name' in author) return `${author.name},`;
	return author.given === undefined ? `${author.family},` : `${author.family}, ${author.given}`;
}
