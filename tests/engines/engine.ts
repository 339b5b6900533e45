import { statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser engine in which the site must do the same as in the others. */
export type Engine = {
	name: string;
	/** The Debian packages that have what it needs. */
	packages: string[];
	isInstalled(): boolean;
	/** Start a browser of its own, with nothing kept from before, for the site at `site` (with a last slash). */
	open(site: string): Promise<Session>;
};

export type Session = {
	/** Resolves once the page is loaded with its scripts. */
	goto(address: string): Promise<void>;
	/**
	 * Run a function in the page and return what it returns or resolves to. It is sent as source text: it may
	 * use its arguments and the page, nothing around it.
	 */
	evaluate<Given extends unknown[], Result>(
		run: (...given: Given) => Result,
		...given: Given
	): Promise<Awaited<Result>>;
	/**
	 * What the page has complained of so far: console errors and warnings, uncaught errors, what its policy
	 * refused, and requests for anything outside the site.
	 */
	complaints(): string[];
	close(): Promise<void>;
};

/** Longer than a start, a load or an answer takes on a busy machine, in milliseconds. */
export const PATIENCE = 60_000;

/** Complain of a request for what does not lie in the site; a folder beside it does not either. */
export function complaintsOfRequest(address: string, site: string): string[] {
	const isInside =
		/^(?:data|blob|about):/.test(address) || decodeURI(address).startsWith(decodeURI(site));
	return isInside ? [] : [`request: ${address}`];
}

/** Find a program by the first of its names that is on the PATH. */
export function findProgram(...names: string[]): string | undefined {
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}
