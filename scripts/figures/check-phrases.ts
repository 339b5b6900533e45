import type { ArticleRow, NoteRow } from './expected-figures.ts';

export type Compare = (where: string, is: string | number, wanted: string | number) => void;
export type PageToCheck = {
	file: string;
	document: Document;
	articles: readonly ArticleRow[];
	notes: readonly NoteRow[];
	compare: Compare;
};

/** Compare the numbers that stand in a page's sentences, title and description, and the lists of counted notes. */
export function checkPhrases(page: PageToCheck): void {
	const { file, document, articles, notes, compare } = page;
	const text = [
		document.title,
		document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
		document.body.textContent,
	]
		.join('\n')
		.replace(/\s+/g, ' ');
	const check = (pattern: RegExp, wanted: readonly number[]) => {
		for (const match of text.matchAll(pattern))
			wanted.forEach((number, at) => {
				compare(`${file}, “${match[0]}”`, Number(match[at + 1]), number);
			});
	};
	if (file === 'index.html')
		check(/(\d+) articles?, (\d+) notes?\b/g, [articles.length, notes.length]);
	if (file === 'types/index.html')
		check(/(\d+) notes? of (\d+) types?/g, [
			notes.length,
			new Set(notes.map(({ type }) => type)).size,
		]);
	if (file === 'data/index.html') {
		check(/One line for each article\. (\d+) lines/g, [articles.length]);
		check(/One line for each note\. (\d+) lines/g, [notes.length]);
	}
	const type = /^types\/(.+)\/index\.html$/.exec(file)?.[1];
	if (type !== undefined) {
		const own = notes.filter((note) => note.type === type || note.type.startsWith(`${type}/`));
		check(/(\d+) notes? in (\d+) articles?/g, [
			own.length,
			new Set(own.map((note) => note.article)).size,
		]);
	}
	const [, article, below = ''] = /^a\/(\d+)\/(scores\/)?index\.html$/.exec(file) ?? [];
	if (article === undefined) return;
	const own = notes.filter((note) => note.article === Number(article));
	const ofSeverity = (severity: string) => own.filter((note) => note.severity === severity).length;
	if (below === 'scores/')
		for (const severity of ['critical', 'major'])
			compare(
				`${file}, the list of ${severity} notes`,
				document.querySelectorAll(`#counted-${severity} a`).length,
				ofSeverity(severity),
			);
	else
		check(/(\d+) notes?: (\d+) critical, (\d+) major, (\d+) minor/g, [
			own.length,
			...['critical', 'major', 'minor'].map(ofSeverity),
		]);
}
