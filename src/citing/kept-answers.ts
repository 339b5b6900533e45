import type { StyledCitation } from './format-styles.ts';

/** What the citation engine answered, by the name of a style and then by what it was asked. */
export type KeptAnswers = Map<string, Map<string, StyledCitation>>;

const PLACE = Symbol.for('calque.answers');
const places = globalThis as { [PLACE]?: KeptAnswers | undefined };

/** Hand over what was answered in an earlier build, in the process that renders: see `findAnswers`. */
export function setAnswers(answers: KeptAnswers | undefined): void {
	places[PLACE] = answers;
}

/** Find what a style has answered; what it answers next is to be added. */
export function findAnswers(style: string): Map<string, StyledCitation> {
	const answers = places[PLACE] ?? new Map<string, Map<string, StyledCitation>>();
	const known = answers.get(style) ?? new Map<string, StyledCitation>();
	setAnswers(answers.set(style, known));
	return known;
}
