import { addressOf } from '../model/article.ts';
import { publicAddress } from '../model/public-address.ts';
import type { Author } from '../model/record.ts';
import { describeWork, type Citable } from './citable.ts';
import { deriveDateForms, type DateForms } from './date-forms.ts';
import { keepOneLine } from './keep-one-line.ts';

export type CslName = { family: string; given?: string } | { literal: string };

/** An item of CSL-JSON, by the schema of the Citation Style Language, with the fields that we fill. */
export type CslItem = {
	id: string;
	type: 'article-newspaper' | 'webpage';
	title: string;
	author?: CslName[];
	translator?: CslName[];
	'container-title'?: string;
	issued?: DateForms['csl'];
	language: string;
	medium: string;
	/** In a span that keeps a style from setting it in the capitals of an English title. */
	'original-title'?: string;
	source?: string;
	URL?: string;
	custom: { [fact: string]: string | number };
};

/**
 * Make the CSL-JSON item of what is cited. `version`, `edition`, `archive`, `publisher`, `genre` and
 * `original-date` are left out: each makes a style print something twice.
 */
export function makeCslItem(citable: Citable): CslItem {
	const { record, archive } = citable;
	const work = describeWork(citable);
	const issued = deriveDateForms(work.date)?.csl;
	const source = keepOneLine(archive.title);
	const permalink = publicAddress(addressOf.article(record.number), archive.site);
	return {
		id: work.key,
		type: work.kind === 'note' ? 'webpage' : 'article-newspaper',
		title: work.title,
		...(work.authors.length > 0 && { author: work.authors.map(nameForCsl) }),
		...(work.translator !== undefined && { translator: [{ literal: work.translator }] }),
		...(work.container !== undefined && { 'container-title': work.container }),
		...(issued && { issued }),
		language: 'en',
		medium: work.medium,
		...(work.originalTitle !== undefined && {
			'original-title': `<span class="nocase">${work.originalTitle}</span>`,
		}),
		// The archive’s own texts and notes have it as their container already.
		...(work.container !== source && { source }),
		...(work.address !== undefined && { URL: work.address }),
		custom: {
			...(permalink !== undefined && { permalink }),
			path: work.path,
			revision: work.revision.number,
			revised: work.revision.date,
			'original-language': work.originalLanguage,
			...(/^https?:/.test(record.original.url) && { 'original-url': record.original.url }),
			'issued-edtf': work.date,
			'text-sha256': record.capture.sha256,
		},
	};
}

/** Write what is cited as a CSL-JSON file. */
export function formatCslJson(citable: Citable): string {
	return `${JSON.stringify([makeCslItem(citable)], undefined, '\t')}\n`;
}

function nameForCsl(author: Author): CslName {
	if ('name' in author) return { literal: author.name };
	return {
		family: author.family,
		...(author.given !== undefined && { given: author.given }),
	};
}
