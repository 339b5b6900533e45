import type { Declared } from './decode-text.ts';

/** A page as it was saved, with what its container says of it. */
export type WebPage = {
	bytes: Uint8Array;
	/** Where it was saved from, and by whose word. */
	address?: { value: string; evidence: string } | undefined;
	/** When it was saved, as written, and by whose word. */
	saved?: { value: string; evidence: string } | undefined;
	/** What a header says of its encoding. */
	declared: Declared[];
	isPlain: boolean;
};
