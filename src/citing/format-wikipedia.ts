import { describeWork, sayNoAddress, type Citable } from './citable.ts';
import { deriveDateForms, type DatedSides } from './date-forms.ts';

/**
 * Format a citation for Wikipedia: its template for a news article or, for a note, a web page. What is cited
 * is the archive’s copy, so that its address is the one given.
 */
export function formatWikipedia(citable: Citable): string {
	const { record, archive } = citable;
	const work = describeWork(citable);
	const dated = deriveDateForms(work.date);
	const fields: [name: string, value: string | undefined][] = [
		...work.authors.flatMap((author, index): [string, string | undefined][] => {
			const number = work.authors.length > 1 ? String(index + 1) : '';
			return 'name' in author
				? [[`author${number}`, author.name]]
				: [
						[`last${number}`, author.family],
						[`first${number}`, author.given],
					];
		}),
		['title', work.title],
		['script-title', scriptTitle(work.originalTitle, record.source_language)],
		[work.kind === 'note' ? 'website' : 'newspaper', work.container],
		['date', dated ? writeDate(dated.sides) : 'n.d.'],
		['language', 'en'],
		['others', work.translator === undefined ? undefined : `${work.translator} (trans.)`],
		['type', work.medium],
		['at', work.paragraph === undefined ? undefined : `para. ${work.paragraph}`],
		['url', work.address],
		['via', work.kind === 'note' ? undefined : archive.title],
	];
	const written = fields
		.filter(
			([name, value]) => value !== undefined && !(name === 'id' && work.address !== undefined),
		)
		.map(
			([name, value]) => `|${name}=${name === 'url' ? escapeAddress(value) : escapeWiki(value)}`,
		);
	const ending = work.address === undefined ? ` ${sayNoAddress(work.path)}.` : '';
	return `{{cite ${work.kind === 'note' ? 'web' : 'news'} ${written.join(' ')}}}${ending}`;
}

/** The template takes the title of an original in another script only, after its language. */
function scriptTitle(title: string | undefined, language: string): string | undefined {
	const [code = ''] = language.split('-');
	if (title === undefined || language === 'unknown' || /^\P{L}*\p{Script=Latin}/u.test(title)) {
		return undefined;
	}
	return `${code}:${title}`;
}

const signs: { [sign: string]: string } = {
	'|': '{{!}}',
	'{': '&#123;',
	'}': '&#125;',
	'[': '&#91;',
	']': '&#93;',
	'<': '&lt;',
	'>': '&gt;',
	'&': '&amp;',
	"''": '&#39;&#39;',
	'~~~': '&#126;&#126;&#126;',
	__: '&#95;&#95;',
};

/** Keep what wikitext would read as markup as the text that it is. */
function escapeWiki(text = ''): string {
	return text.replace(/[|{}[\]<>&]|''|~~~|__/g, (sign) => signs[sign] ?? sign);
}

function escapeAddress(address = ''): string {
	return address.replace(/[|{}[\]<> ]/g, encodeURIComponent);
}

const monthNames =
	'January February March April May June July August September October November December'.split(
		' ',
	);

/** Write a date as the template reads one: of a day that is doubtful or between two it reads the years only. */
function writeDate({ first, last, doubt }: DatedSides): string {
	const [year, month, day] = first;
	if (last && last[0] !== year) return `${doubt ? 'c. ' : ''}${year}–${last[0]}`;
	if (last || doubt) return `c. ${year}`;
	return [day, month === undefined ? undefined : monthNames[month - 1], year]
		.filter((part) => part !== undefined)
		.join(' ');
}
