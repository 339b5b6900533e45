import { textOf } from '../../src/edition/markdown.ts';
import type { ArticleSource } from '../../src/edition/read-archive.ts';
import { listWords } from '../../src/text/count-words.ts';
import { findCapture, isDistributed } from '../evidence/captures-at-hand.ts';
import { cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

/** So many words in the same order as in the capture are copied, not written. */
const MIN_COPIED_WORDS = 12;

export const rule: Rule = {
	id: 'reading-is-our-own-wording',
	states: `Neither the reading version nor the commentary’s prose repeats ${MIN_COPIED_WORDS} words running of a capture that is not distributed.`,
	checkArticle: (article, archive) => {
		const capture = findCapture(archive, article)?.capture;
		if (!capture || isDistributed(article) !== false) return [];
		const captured = new Set(listRuns(listWords(capture.text)));
		return listPieces(article).flatMap(({ text, ...place }) =>
			findCopies(listWords(text), captured).map((words) => ({
				rule: rule.id,
				...place,
				message: `${words.length} words running are the captured text’s own.`,
				evidence: [{ label: 'repeated', value: cut(words.join(' ')) }],
				hint: 'Say it in other words: the capture is not distributed, and the reading version reports, it does not quote.',
			})),
		);
	},
};

/** List what the editors wrote about an article, piece by piece. */
function listPieces({
	reading,
	commentary,
}: ArticleSource): { file: string; line: number; column: number; text: string }[] {
	const nodes = [...commentary.prose, ...commentary.written.flatMap(({ body }) => body)];
	return [
		...reading.paragraphs.map(({ text, line }) => ({ file: reading.path, line, column: 1, text })),
		...nodes.map((node) => {
			const { line = 1, column = 1 } = node.position?.start ?? {};
			return { file: commentary.path, line, column, text: textOf(node) };
		}),
	];
}

function listRuns(words: readonly string[]): string[] {
	return words
		.slice(MIN_COPIED_WORDS - 1)
		.map((_last, index) => words.slice(index, index + MIN_COPIED_WORDS).join(' '));
}

/** Find the longest runs of `words` that consist of captured runs. */
function findCopies(words: readonly string[], captured: ReadonlySet<string>): string[][] {
	const copies: { start: number; end: number }[] = [];
	for (const [start, run] of listRuns(words).entries()) {
		if (!captured.has(run)) continue;
		const last = copies.at(-1);
		if (last && start < last.end) last.end = start + MIN_COPIED_WORDS;
		else copies.push({ start, end: start + MIN_COPIED_WORDS });
	}
	return copies.map(({ start, end }) => words.slice(start, end));
}
