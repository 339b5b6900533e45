import type { Contents } from '../edition/keep-archive.ts';

/** What a build tells the pages and asks of them, in the process that renders them: scripts and pages have no other way to meet. */
export type Rendering = {
	/**
	 * Say whether the pages of an article are to be rendered here: those of another part are not, nor those that are
	 * as they were in the site that was built before. `tellShown` tells what changes with everything that they show.
	 */
	wants: (article: number, tellShown: () => string) => boolean;
	/** The archive as it was checked; it may change while it is rendered. */
	contents: Contents;
};

const PLACE = Symbol.for('calque.rendering');
const places = globalThis as { [PLACE]?: Rendering };

export function setRendering(rendering: Rendering): void {
	places[PLACE] = rendering;
}

/** Find what the build asks; nothing while a person edits, when every page may be asked for. */
export function findRendering(): Rendering | undefined {
	return places[PLACE];
}
