import { addressOf } from '../model/article.ts';
import { publicAddress } from '../model/public-address.ts';
import { deriveDateForms } from './date-forms.ts';
import {
	authorsOf,
	containerOf,
	languageOf,
	machineOf,
	revisionOf,
	rightsOf,
	type PageFacts,
} from './page-facts.ts';
import { formatName } from './citable.ts';

/**
 * Write what a `<span class="Z3988" title="…">` says of one article of a list (COinS, OpenURL 1.0). Only lists
 * have such spans: on an article's own page one would outrank its tags, and there is no key for a translator.
 */
export function writeCoins(facts: PageFacts): string {
	const { record, title, archive } = facts;
	const path = addressOf.revision(record.number, revisionOf(facts).shown.number);
	const [first, ...others] = authorsOf(facts);
	const firstAuthor: [string, string | undefined][] =
		first === undefined
			? []
			: 'name' in first
				? [['rft.aucorp', first.name]]
				: [
						['rft.aulast', first.family],
						['rft.aufirst', first.given],
					];
	const fields: [string, string | undefined][] = [
		['ctx_ver', 'Z39.88-2004'],
		['rft_val_fmt', 'info:ofi/fmt:kev:mtx:dc'],
		['rft.type', 'newspaperArticle'],
		['rft.title', title],
		['rft.source', containerOf(facts)],
		...firstAuthor,
		...others.map((author): [string, string] => ['rft.au', formatName(author)]),
		['rft.contributor', machineOf(record)?.credit],
		['rft.date', deriveDateForms(record.published.date)?.plain],
		['rft.identifier', publicAddress(path, archive.site)],
		['rft.language', languageOf(record)],
		['rft.rights', rightsOf(record).label],
		['rft.publisher', archive.publisher],
	];
	return fields
		.flatMap(([key, value]) =>
			value === undefined ? [] : [`${key}=${encodeURIComponent(value.toWellFormed())}`],
		)
		.join('&');
}
