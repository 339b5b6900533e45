import type { ArticleSource } from '../src/edition/read-archive.ts';
import type { Problem } from '../src/model/problem.ts';
import type { ArchiveParts, ArticleSequence, Rule } from './checks/rule.ts';
import { openOutline, outlineArticle, type ArticleOutline } from './evidence/outline-article.ts';

/** What the rules found, and the rules that broke down themselves. */
export type CheckOutcome = {
	problems: Problem[];
	failures: { rule: string; error: unknown }[];
	/** What was kept of the articles. */
	outlines: ArticleOutline[];
};

/** What the rules, in their order, found in articles, and their outlines as they are kept; plain data. */
export type ArticlesOutcome = {
	findings: { problems: Problem[]; failure?: { error: unknown } }[];
	outlines: string[];
};

/** Check an archive by every rule; the problems come sorted by file, line, column and rule. */
export function checkArchive(archive: ArticleSequence, rules: readonly Rule[]): CheckOutcome {
	return checkAcross(archive, rules, checkArticles(archive, archive.articles, rules));
}

/**
 * Check articles of an archive one by one, each by itself, and keep none. `advance` is called after each and told whether
 * no rule found anything in it.
 */
export function checkArticles(
	archive: ArticleSequence,
	articles: Iterable<ArticleSource>,
	rules: readonly Rule[],
	advance: (hasPassed: boolean) => void = () => {},
): ArticlesOutcome {
	const findings: ArticlesOutcome['findings'] = rules.map(() => ({ problems: [] }));
	const outlines: string[] = [];
	for (const article of articles) {
		let count = 0;
		for (const [index, rule] of rules.entries()) {
			const finding = findings[index];
			// A rule that broke down goes no further.
			if (!finding || finding.failure || (rule.isLastResort && count > 0)) continue;
			try {
				const found = rule.checkArticle?.(article, archive) ?? [];
				for (const problem of found) finding.problems.push(problem);
				count += found.length;
			} catch (error) {
				finding.failure = { error };
			}
		}
		outlines.push(outlineArticle(article, archive));
		advance(count === 0 && !findings.some(({ failure }) => failure));
	}
	return { findings, outlines };
}

/** Check what lies in no article and what articles have to do with each other, and tell of all that was found. */
export function checkAcross(
	archive: ArchiveParts,
	rules: readonly Rule[],
	{ findings, outlines: written }: ArticlesOutcome,
): CheckOutcome {
	const outlines = written.map((outline) => openOutline(outline, archive.root));
	const outlined = { ...archive, articles: outlines };
	const problems: Problem[] = [];
	const failures: CheckOutcome['failures'] = [];
	for (const [index, rule] of rules.entries()) {
		const { problems: own = [], failure } = findings[index] ?? {};
		try {
			if (failure) throw failure.error;
			const others = rule.check?.(outlined, problems) ?? [];
			const kept = rule.isLastResort ? own.filter(isAlone(problems)) : own;
			for (const problem of [...others, ...kept]) problems.push(problem);
		} catch (error) {
			failures.push({ rule: rule.id, error });
		}
	}
	return { problems: problems.sort(comparePlaces), failures, outlines };
}

/** Say of a problem whether `others` has none in the same folder. */
function isAlone(others: readonly Problem[]): (problem: Problem) => boolean {
	return ({ file }) => {
		const folder = file.slice(0, file.lastIndexOf('/'));
		return !others.some((other) => other.file === folder || other.file.startsWith(`${folder}/`));
	};
}

const { compare } = new Intl.Collator('en', { numeric: true });

function comparePlaces(a: Problem, b: Problem): number {
	return (
		compare(a.file, b.file) ||
		a.line - b.line ||
		a.column - b.column ||
		compare(a.rule, b.rule) ||
		// Names with figures such as 07 and 7 compare alike.
		Number(a.file > b.file) - Number(a.file < b.file)
	);
}
