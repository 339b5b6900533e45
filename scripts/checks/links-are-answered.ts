import type { ArchiveSource, ArticleSource } from '../../src/edition/read-archive.ts';
import { addressOf } from '../../src/model/article.ts';
import { dimensions, isTypeId, typology } from '../../src/model/typology.ts';
import { countParagraphs } from '../evidence/captures-at-hand.ts';
import { listLinks, schemeOf, type Link } from '../evidence/links.ts';
import { cut, quoted } from '../evidence/show.ts';
import { suggestNames } from '../evidence/suggest-names.ts';
import {
	findArticles,
	isCommentaryRead,
	writtenAt,
	writtenNoteIds,
	writtenNumber,
} from '../evidence/written-data.ts';
import type { Rule } from './rule.ts';

/** Why nothing answers a link, and what to write instead where that can be told. */
type Fault = { why: string; instead?: string | undefined };

export const rule: Rule = {
	id: 'links-are-answered',
	states: 'Links to articles, paragraphs, notes and types lead to something that is there.',
	check: (archive) =>
		listLinks(archive).flatMap((link) => {
			const fault = judgeLink(archive, link);
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

function judgeLink(archive: ArchiveSource, { url, article }: Link): Fault | undefined {
	if (schemeOf(url) !== undefined || url.startsWith('//')) return undefined;
	const [path, fragment] = splitFragment(url);
	// The headings of a page are not known here.
	if (path === '')
		return article && fragment !== undefined
			? judgeFragment(archive, [article], fragment)
			: undefined;
	if (!path.startsWith('/'))
		return article && { why: 'it is relative to a file, and readers see pages' };
	if (path === '/a' || path.startsWith('/a/')) return judgeArticle(archive, path, fragment);
	if (path.startsWith('/types/')) return judgeType(path);
	return undefined;
}

function judgeArticle(
	archive: ArchiveSource,
	path: string,
	fragment: string | undefined,
): Fault | undefined {
	const [, digits = '', rest = ''] = /^\/a\/([^/]*)(.*)$/.exec(path) ?? [];
	const articles = /^[1-9]\d{0,8}$/.test(digits) ? findArticles(archive, Number(digits)) : [];
	if (articles.length === 0)
		return { why: digits === '' ? 'it names no article' : `there is no article ${digits}` };
	if (!path.endsWith('/'))
		return {
			why: 'an address ends with a slash',
			instead: `${path}/${fragment === undefined ? '' : `#${fragment}`}`,
		};
	const version = /^\/v(\d+)\/$/.exec(rest)?.[1];
	if (version !== undefined && !articles.some((article) => hasRevision(article, Number(version))))
		return { why: `article ${digits} has no revision ${version}` };
	return rest === '/' && fragment !== undefined
		? judgeFragment(archive, articles, fragment)
		: undefined;
}

/** Paragraphs and notes can be judged; other fragments are the layout's. */
function judgeFragment(
	archive: ArchiveSource,
	articles: ArticleSource[],
	fragment: string,
): Fault | undefined {
	const number = articles.map(writtenNumber)[0] ?? 0;
	const paragraph = /^p(\d+)$/.exec(fragment)?.[1];
	if (paragraph !== undefined) {
		const count = Math.max(
			...articles.map((article) => countParagraphs(archive, article) ?? Infinity),
		);
		const isThere = Number(paragraph) >= 1 && Number(paragraph) <= count;
		return isThere
			? undefined
			: {
					why: `the paragraphs of article ${number} are ${count === Infinity ? 'numbered from p1' : `p1 to p${count}`}`,
				};
	}
	const ids = articles.flatMap(writtenNoteIds);
	if (ids.includes(fragment))
		return {
			why: 'the fragment of a note begins with “note-”',
			instead: addressOf.note(number, fragment),
		};
	const note = /^note-(.*)$/.exec(fragment)?.[1];
	if (note === undefined || ids.includes(note) || !articles.every(isCommentaryRead))
		return undefined;
	const [nearest] = suggestNames(note, ids);
	return {
		why: `article ${number} has no note ${quoted(note)}`,
		instead: nearest && addressOf.note(number, nearest),
	};
}

function judgeType(path: string): Fault | undefined {
	const id = path.slice('/types/'.length).replace(/\/$/, '');
	if (id === '' || id in dimensions) return undefined;
	if (!isTypeId(id)) {
		const [nearest] = suggestNames(
			id,
			typology.map((type) => type.id),
		);
		return { why: `there is no type ${quoted(id)}`, instead: nearest && addressOf.type(nearest) };
	}
	return path.endsWith('/')
		? undefined
		: { why: 'an address ends with a slash', instead: addressOf.type(id) };
}

function hasRevision({ record }: ArticleSource, number: number): boolean {
	const revisions = writtenAt(record, ['revisions']);
	return (
		!Array.isArray(revisions) ||
		revisions.some(
			(_revision, index) => writtenAt(record, ['revisions', index, 'number']) === number,
		)
	);
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
