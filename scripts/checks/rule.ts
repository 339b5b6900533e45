import type { ArticleSource, OpenArchive } from '../../src/edition/read-archive.ts';
import type { Problem } from '../../src/model/problem.ts';
import type { ArticleOutline } from '../evidence/outline-article.ts';

/** An archive without its articles. */
export type ArchiveParts = Omit<OpenArchive, 'articles' | 'articleFolders'>;

/** An archive whose articles are gone through one by one. */
export type ArticleSequence = ArchiveParts & { articles: Iterable<ArticleSource> };

/** An archive of whose articles only what rules ask across them is at hand. */
export type OutlinedArchive = ArchiveParts & { articles: readonly ArticleOutline[] };

/** One thing that holds of every archive fit to be published. A rule judges; it does not print. */
export type Rule = {
	/** Permanent, kebab-case, a statement of the good state; also the name of the rule's file. */
	id: string;
	/** The good state in one sentence. */
	states: string;
	/** Judge an article, whatever the others are; they are read one by one and not kept. */
	checkArticle?(article: ArticleSource, archive: ArticleSequence): Problem[];
	/**
	 * Judge what lies in no article, and what articles have to do with each other. `found` has the problems
	 * that the rules before this one reported.
	 */
	check?(archive: OutlinedArchive, found: readonly Problem[]): Problem[];
	/** Whether it speaks of an article only where no other rule does. */
	isLastResort?: true;
};
