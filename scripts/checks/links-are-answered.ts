import type { PageSource } from '../../src/edition/read-page.ts';
import { addressOf, newestRevision } from '../../src/model/article.ts';
import { dimensions, isTypeId, typology } from '../../src/model/typology.ts';
import { fixedAddresses, listNoteAddresses, listPageAddresses } from '../evidence/addresses.ts';
import { entriesBelow, entriesOn, type Entries } from '../evidence/entries.ts';
import { findAnswered } from '../evidence/ledger.ts';
import { listLinksOfPage, schemeOf, type Link } from '../evidence/links.ts';
import type { ArticleOutline } from '../evidence/outline-article.ts';
import { cut, quoted } from '../evidence/show.ts';
import { suggestNames } from '../evidence/suggest-names.ts';
import { findArticles, writtenNumber } from '../evidence/written-data.ts';
import type { OutlinedArchive, Rule } from './rule.ts';

/** Why nothing answers a link, and what to write instead where that can be told. */
type Fault = { why: string; instead?: string | undefined };

export const rule: Rule = {
	id: 'links-are-answered',
	states:
		'Links within the archive lead to a page, paragraph, note, type, term, event or name that is there.',
	check: (archive) =>
		[
			...archive.articles.flatMap((article) => article.links.map((link) => ({ link, article }))),
			...archive.pages.flatMap((page) => listLinksOfPage(page).map((link) => ({ link, page }))),
		].flatMap(({ link, ...owner }) => {
			const fault = judgeLink(archive, link, owner);
			if (!fault) return [];
			const { file, line, column, url } = link;
			return [
				{
					rule: rule.id,
					file,
					line,
					column,
					message: `The link to ${quoted(url)} leads nowhere: ${fault.why}.`,
					evidence:
						fault.instead === undefined ? [] : [{ label: 'nearest', value: cut(fault.instead) }],
					hint: 'Links inside the archive are written from its root: /a/7/, /a/7/#p3, /a/7/#note-lock, /types/style/calque/.',
				},
			];
		}),
};

/** What a link stands in. */
type Owner = { article: ArticleOutline } | { page: PageSource };

function judgeLink(archive: OutlinedArchive, { url }: Link, owner: Owner): Fault | undefined {
	// links-are-safe judges what leaves the site.
	if (schemeOf(url) !== undefined || /^[\\/]{2}/.test(url)) return undefined;
	const [path, fragment] = splitFragment(url);
	if (path === '')
		return 'article' in owner
			? judgeFragment([owner.article], fragment)
			: judgeHeading(owner.page, fragment);
	if (!path.startsWith('/'))
		return { why: 'it is relative to a file, and readers see the pages of the site' };
	if (path === '/a' || path.startsWith('/a/')) return judgeArticle(archive, path, fragment);
	if (path.startsWith('/types/') && path !== '/types/') return judgeType(path);
	if (path === '/notes' || path.startsWith('/notes/')) return judgeNotes(archive, path);
	const below = entriesBelow(archive).find(({ root }) => path.startsWith(root) && path !== root);
	if (below) return judgeEntryPage(below, path);
	const listed = entriesOn(archive).find(({ root }) => path === root);
	if (listed) return judgeEntry(listed, fragment);
	const page = archive.pages.find(({ name }) => path === `/${name}/`);
	if (page) return judgeHeading(page, fragment);
	const addresses = [...fixedAddresses, ...listPageAddresses(archive)];
	if (addresses.includes(path)) return undefined;
	// Slashes would make any two addresses alike.
	const bare = new Map(addresses.map((address) => [address.replace(/^\/|\/$/g, ''), address]));
	const [nearest] = suggestNames(path.replace(/^\/|\/$/g, ''), bare.keys());
	return addresses.includes(`${path}/`)
		? { why: 'an address ends with a slash', instead: `${path}/` }
		: { why: 'the site has no such address', instead: nearest && bare.get(nearest) };
}

function judgeArticle(
	archive: OutlinedArchive,
	path: string,
	fragment: string | undefined,
): Fault | undefined {
	const [, digits = '', rest = ''] = /^\/a\/([^/]*)(.*)$/.exec(path) ?? [];
	const articles = /^[1-9]\d{0,8}$/.test(digits) ? findArticles(archive, Number(digits)) : [];
	if (articles.length === 0)
		return { why: digits === '' ? 'it names no article' : `there is no article ${digits}` };
	if (rest === '/') return judgeFragment(articles, fragment);
	const newest = Math.max(
		...articles.map(({ record }) => (record.value ? newestRevision(record.value).number : 0)),
	);
	if (findAnswered(archive).has(path) || path === addressOf.revision(Number(digits), newest))
		return undefined;
	const instead = `/a/${digits}/${fragment === undefined ? '' : `#${fragment}`}`;
	return rest === ''
		? { why: 'an address ends with a slash', instead }
		: {
				why: 'below an article lie its revisions (v1/), history/, cite/ and the pages of its notes (n/lock/), and nothing else',
				instead,
			};
}

/** A page's headings have ids of their own; where it could not be parsed they are not known. */
function judgeHeading(
	{ headingIds, body }: PageSource,
	fragment: string | undefined,
): Fault | undefined {
	if (!fragment || body.length === 0 || headingIds.includes(fragment)) return undefined;
	const [nearest] = suggestNames(fragment, headingIds);
	return {
		why: `the page has no heading with the id ${quoted(fragment)}`,
		instead: nearest && `#${nearest}`,
	};
}

/** Of the places on an article's page only paragraphs and notes keep their names. */
function judgeFragment(
	articles: ArticleOutline[],
	fragment: string | undefined,
): Fault | undefined {
	if (!fragment) return undefined;
	const number = articles.map(writtenNumber)[0] ?? 0;
	const paragraph = /^p(\d+)$/.exec(fragment)?.[1];
	if (paragraph !== undefined) {
		const count = Math.max(...articles.map(({ paragraphCount }) => paragraphCount ?? Infinity));
		const isThere = Number(paragraph) >= 1 && Number(paragraph) <= count;
		return isThere
			? undefined
			: {
					why: `the paragraphs of article ${number} are ${count === Infinity ? 'numbered from p1' : `p1 to p${count}`}`,
				};
	}
	const ids = articles.flatMap(({ noteIds }) => noteIds);
	if (ids.includes(fragment))
		return {
			why: 'the fragment of a note begins with “note-”',
			instead: addressOf.note(number, fragment),
		};
	const note = /^note-(.*)$/.exec(fragment)?.[1];
	if (note === undefined)
		return { why: 'only paragraphs (#p3) and notes (#note-lock) of an article can be linked to' };
	if (ids.includes(note) || !articles.every(({ isCommentaryRead }) => isCommentaryRead))
		return undefined;
	const [nearest] = suggestNames(note, ids);
	return {
		why: `article ${number} has no note ${quoted(note)}`,
		instead: nearest && addressOf.note(number, nearest),
	};
}

function judgeType(path: string): Fault | undefined {
	const id = path.slice('/types/'.length).replace(/\/$/, '');
	if (!isTypeId(id) && !Object.hasOwn(dimensions, id)) {
		const known = [...typology.map((type) => type.id), ...Object.keys(dimensions)];
		const [nearest] = suggestNames(id, known);
		return { why: `there is no type ${quoted(id)}`, instead: nearest && addressOf.type(nearest) };
	}
	return path.endsWith('/')
		? undefined
		: { why: 'an address ends with a slash', instead: addressOf.type(id) };
}

function judgeEntryPage({ root, ids, absence }: Entries, path: string): Fault | undefined {
	const id = path.slice(root.length).replace(/\/$/, '');
	if (!ids) return undefined;
	if (!ids.has(id)) {
		const [nearest] = suggestNames(id, ids);
		return {
			why: absence(id),
			instead: nearest && `${root}${nearest}/`,
		};
	}
	return path.endsWith('/')
		? undefined
		: { why: 'an address ends with a slash', instead: `${root}${id}/` };
}

function judgeEntry(
	{ root, ids, absence }: Entries,
	fragment: string | undefined,
): Fault | undefined {
	if (!fragment || !ids || ids.has(fragment)) return undefined;
	const [nearest] = suggestNames(fragment, ids);
	return {
		why: absence(fragment),
		instead: nearest && `${root}#${nearest}`,
	};
}

function judgeNotes(archive: OutlinedArchive, path: string): Fault | undefined {
	const addresses = listNoteAddresses(archive);
	if (!addresses || addresses.has(path)) return undefined;
	if (addresses.has(`${path}/`))
		return { why: 'an address ends with a slash', instead: `${path}/` };
	const [nearest] = suggestNames(path, addresses);
	return { why: 'there is no such list of notes', instead: nearest };
}

function splitFragment(url: string): [path: string, fragment: string | undefined] {
	const at = url.indexOf('#');
	const path = (at === -1 ? url : url.slice(0, at)).replace(/\?.*$/, '');
	return [path, at === -1 ? undefined : decode(url.slice(at + 1))];
}

function decode(text: string): string {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
