/**
 * Normalised discounted cumulative gain: how near a ranking comes to the best that there could be. What stands at
 * rank r counts 1 / log2(r + 1) of its gain (Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR
 * techniques, ACM TOIS 20.4, 2002), and the gain of a grade g is 2^g − 1 (Burges et al., Learning to rank using
 * gradient descent, ICML 2005). The best ranking is of all that was graded, found or not.
 */
export type Grades = Readonly<Record<string, number>>;

/** Measure the first `depth` of a ranking, from 0 to 1. What stands in it twice counts where it stands first. */
export function ndcg(ranking: readonly string[], grades: Grades, depth = 10): number {
	const own = [...new Set(ranking)].map((item) => grades[item] ?? 0);
	const best = Object.values(grades).toSorted((a, b) => b - a);
	const most = dcg(best.slice(0, depth));
	return most === 0 ? 0 : dcg(own.slice(0, depth)) / most;
}

function dcg(grades: readonly number[]): number {
	return grades.reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
}
