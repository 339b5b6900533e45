/** The part of linebreak that we use; it ships without types. */
declare module 'linebreak' {
	export default class LineBreaker {
		constructor(text: string);
		/** Find the next place, in code units, where a line may end. */
		nextBreak(): { position: number } | null;
	}
}
