import type { Severity, TypeId } from '../model/typology.ts';

/**
 * A suggestion proposes a note. It comes from a rule, not from a reader, so it stands in a layer of its own
 * and counts in no score until an editor accepts it.
 */
export type Suggestion = {
	/** Of the rule, the paragraph, the words and their place among like ones: stays while the words stay. */
	id: string;
	rule: string;
	paragraph: number;
	/** Code points of the captured text, `end` exclusive. */
	start: number;
	end: number;
	exact: string;
	type: TypeId;
	severity: Severity;
	/** What the rule sees here, as a sentence. */
	message: string;
	correction: string | undefined;
};

/** What a rule found in a paragraph; offsets are UTF-16 code units of the paragraph, `end` exclusive. */
export type Finding = {
	paragraph: number;
	startCodeUnit: number;
	endCodeUnit: number;
	message?: string | undefined;
	type?: TypeId | undefined;
	severity?: Severity | undefined;
	correction?: string | undefined;
};

/** A person or body that the archive knows. */
export type KnownName = { kind: 'person' | 'organisation'; names: string[] };

/** A term with the renderings that notes of other articles show. */
export type KnownTerm = { gloss: string; right: string[]; renderings: string[] };

/** All that rules may look at: the text, and what the archive knows apart from the notes on this text. */
export type SuggestingContext = {
	/** BCP 47; a text written in English has no translation to fault. */
	sourceLanguage: string;
	paragraphs: readonly { number: number; text: string }[];
	names: readonly KnownName[];
	terms: readonly KnownTerm[];
	/** Words, in lower case, that the archive's own English uses outside this article. */
	vocabulary: ReadonlySet<string>;
};

/** Proposes notes of one kind, by classes of words and marks: no rule knows a phrase of one article. */
export type SuggestionRule = {
	/** Permanent, kebab-case; also the name of the rule's file and the end of its page's address. */
	id: string;
	label: string;
	looksFor: string;
	why: string;
	/** Sentences of our own, with what the rule marks in each; none where it must stay silent. */
	examples: readonly { text: string; marks: readonly string[]; language?: string }[];
	/** What a note would be unless a finding says otherwise. */
	type: TypeId;
	severity: Severity;
	message: string;
	/** `translation`: only of texts that were translated; `text`: of every text. */
	concerns: 'translation' | 'text';
	find(context: SuggestingContext): Finding[];
};
