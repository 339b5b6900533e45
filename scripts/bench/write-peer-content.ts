import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { confidences, severities, typology } from '../../src/model/typology.ts';
import { noteOrders } from '../../src/search/note-lists.ts';
import type { PeerArticle } from './describe-article.ts';
import { describeSite, type PeerSite } from './describe-site.ts';

/** `all` pages, or the articles' own and the lists of articles, without those of notes, types, terms and events. */
export const scopes = ['all', 'articles'] as const;
export type Scope = (typeof scopes)[number];
export type PeerTool = 'eleventy' | 'hugo';
export type PeerFolders = Partial<{ [Tool in PeerTool]: string }>;

const PROJECT = join(import.meta.dirname, '../..');

/**
 * Lay out for each tool its folder of a site: the templates of `peers/`, the archive's texts and facts as that tool
 * reads them, and a sheet. Throws where an article of the archive has faults.
 */
export function writePeerContent(content: string, folders: PeerFolders, scope: Scope): void {
	for (const [tool, folder] of Object.entries(folders)) {
		cpSync(join(import.meta.dirname, 'peers', tool), folder, { recursive: true });
		writeInto(folder, 'static/style.css', readSheets());
		cpSync(join(PROJECT, 'public/favicon.svg'), join(folder, 'static/favicon.svg'));
	}
	const { eleventy, hugo } = folders;
	const site = describeSite(content, (article) => {
		if (eleventy !== undefined) writeEleventyArticle(eleventy, article);
		if (hugo !== undefined) writeHugoArticle(hugo, article, scope);
	});
	if (eleventy !== undefined) writeInto(eleventy, 'content/site.json', JSON.stringify(site));
	if (hugo !== undefined) writeHugoSite(hugo, site, scope);
}

/** Write an article anew into the folders of tools, as its curator does who changed it. */
export function writePeerArticle(folders: PeerFolders, article: PeerArticle, scope: Scope): void {
	if (folders.eleventy !== undefined) writeEleventyArticle(folders.eleventy, article);
	if (folders.hugo !== undefined) writeHugoArticle(folders.hugo, article, scope);
}

function writeEleventyArticle(folder: string, article: PeerArticle): void {
	writeInto(folder, `content/articles/${article.number}.json`, JSON.stringify(article));
}

/** Hugo has an article as a section of its notes, each a page with its explanation as the text. */
function writeHugoArticle(folder: string, { notes, ...article }: PeerArticle, scope: Scope): void {
	const { number, title, prose } = article;
	writePage(
		folder,
		`content/a/${number}/_index.md`,
		{
			title,
			weight: number,
			type: 'article',
			article,
			outputs: ['html', 'cite', 'history', 'scores', 'revision'],
		},
		prose,
	);
	notes.forEach(({ text, ...note }, index) => {
		const neighbour = (step: -1 | 1) => {
			const { id, n, exact } = notes[index + step] ?? {};
			return id === undefined ? null : { id, n, exact };
		};
		writePage(
			folder,
			`content/a/${number}/${note.id}.md`,
			{
				title: `Note ${note.n} on “${title}”`,
				// Notes are in the order of the archive wherever nothing else is asked for.
				weight: number * 1000 + note.n,
				type: 'note',
				typerank: typology.findIndex(({ id }) => id === note.type),
				severityrank: -severities.indexOf(note.severity),
				url: `/a/${number}/n/${note.id}/`,
				note: { ...note, previous: neighbour(-1), next: neighbour(1) },
				...(scope === 'articles' && { _build: { render: 'never', list: 'always' } }),
			},
			text,
		);
	});
}

function writeHugoSite(folder: string, site: PeerSite, scope: Scope): void {
	const { archive, families, types, terms, events, people, organisations, outlets, pages } = site;
	const byId = <Item extends { id: string }>(items: readonly Item[]) =>
		Object.fromEntries(items.map((item) => [item.id, item]));
	const write = (name: string, value: unknown) => {
		writeInto(folder, `data/${name}.json`, JSON.stringify(value));
	};
	write('archive', archive);
	write('families', families);
	write('types', types);
	write('typesById', byId(types));
	const termHeads = terms.map(({ lines, renderings: _renderings, ...term }) => ({
		...term,
		articleNumbers: [...new Set(lines.map(({ number }) => number))],
	}));
	write('terms', termHeads);
	write('termsById', byId(termHeads));
	write('events', events);
	for (const [name, value] of Object.entries({ people, organisations, outlets }))
		write(name, value);
	const page = (
		path: string,
		head: { title: string; type: string; [field: string]: unknown },
		text = '',
	) => {
		writePage(folder, `content/${path}`, head, text);
	};
	// These folders have no page of their own.
	for (const path of ['a', 'compare'])
		page(`${path}/_index.md`, { title: path, type: 'none', _build: { render: 'never' } });
	const isCut = archive.counts.articles > archive.articlesPerPage;
	if (isCut) page('articles/_index.md', { title: 'Articles', type: 'articles' });
	for (const { name, title, text } of pages) page(`${name}.md`, { title, type: 'written' }, text);
	if (scope === 'articles') return;
	for (const severity of ['', ...severities])
		for (const confidence of ['', ...confidences])
			for (const order of noteOrders) {
				const path = `notes/${severity && `severity/${severity}/`}${confidence && `confidence/${confidence}/`}${order === 'place' ? '' : `by-${order}/`}`;
				const kind = [severity, confidence].filter(Boolean).join(' and ');
				const title = kind === '' ? 'All notes' : `Notes: ${kind}`;
				page(`${path}_index.md`, {
					title,
					type: 'notes',
					list: { severity, confidence, order, path: `/${path}` },
				});
			}
	page('types/_index.md', { title: 'Artifacts by type', type: 'types' });
	for (const family of families)
		page(`types/${family.id}/_index.md`, {
			title: family.label,
			type: 'family',
			family: family.id,
		});
	for (const type of types)
		page(`types/${type.id}.md`, { title: type.label, type: 'errortype', error: type.id });
	page('terms/_index.md', { title: 'Terms', type: 'terms' });
	for (const { lines, ...term } of terms) {
		const last = Math.max(1, Math.ceil(lines.length / term.linesPerPage));
		for (let number = 1; number <= last; number++) {
			const shown = lines.slice((number - 1) * term.linesPerPage, number * term.linesPerPage);
			const url = `/terms/${term.id}/${number > 1 ? `${number}/` : ''}`;
			const head = {
				title: term.source,
				type: 'term',
				url,
				term,
				lines: shown,
				page: number,
				pages: last,
			};
			page(`terms/${term.id}-${number}.md`, head);
		}
	}
	page('events.md', { title: 'Events', type: 'events' });
	for (const event of events.filter(({ isCompared }) => isCompared))
		page(`compare/${event.id}.md`, { title: event.title, type: 'compare', event });
	for (const [path, title] of Object.entries({
		people: 'People',
		organisations: 'Organisations',
		outlets: 'Outlets',
	}))
		page(`${path}.md`, { title, type: 'names', list: path });
}

function writePage(folder: string, path: string, head: object, text: string): void {
	writeInto(folder, path, `${JSON.stringify(head)}\n\n${text}\n`);
}

function writeInto(folder: string, path: string, text: string): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), text);
}

function readSheets(): string {
	const folder = join(PROJECT, 'src/styles');
	return readdirSync(folder)
		.filter((name) => name.endsWith('.css'))
		.map((name) => readFileSync(join(folder, name), 'utf8'))
		.join('\n');
}
