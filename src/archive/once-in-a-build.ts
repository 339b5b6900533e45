/**
 * Ask a question of the collections once for all pages: in a build they never change. While a person edits, the
 * question is asked again for every page.
 */
export function onceInABuild<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
	let answer: Promise<Answer> | undefined;
	return () => (import.meta.env.PROD ? (answer ??= ask()) : ask());
}
