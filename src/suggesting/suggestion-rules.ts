import { rule as adjectiveAfterNoun } from './rules/adjective-after-noun.ts';
import { rule as articleBeforeName } from './rules/article-before-name.ts';
import { rule as articleMissing } from './rules/article-missing.ts';
import { rule as articleWithPeople } from './rules/article-with-people.ts';
import { rule as calquedLink } from './rules/calqued-link.ts';
import { rule as capitalMissingInName } from './rules/capital-missing-in-name.ts';
import { rule as capitalOnCommonNoun } from './rules/capital-on-common-noun.ts';
import { rule as clauseInitialAlso } from './rules/clause-initial-also.ts';
import { rule as dashBeforeSpeech } from './rules/dash-before-speech.ts';
import { rule as doubledWord } from './rules/doubled-word.ts';
import { rule as falseFriend } from './rules/false-friend.ts';
import { rule as foreignDate } from './rules/foreign-date.ts';
import { rule as foreignNumber } from './rules/foreign-number.ts';
import { rule as fusedWords } from './rules/fused-words.ts';
import { rule as genitiveChain } from './rules/genitive-chain.ts';
import { rule as hyphenatedOrdinal } from './rules/hyphenated-ordinal.ts';
import { rule as impossibleAgent } from './rules/impossible-agent.ts';
import { rule as knownRendering } from './rules/known-rendering.ts';
import { rule as lookAlikeAbbreviation } from './rules/look-alike-abbreviation.ts';
import { rule as mixedScriptWord } from './rules/mixed-script-word.ts';
import { rule as modalVerb } from './rules/modal-verb.ts';
import { rule as nameAfterNoun } from './rules/name-after-noun.ts';
import { rule as nameInSeveralSpellings } from './rules/name-in-several-spellings.ts';
import { rule as nameInSmallLetters } from './rules/name-in-small-letters.ts';
import { rule as negationOutOfPlace } from './rules/negation-out-of-place.ts';
import { rule as pronounForThing } from './rules/pronoun-for-thing.ts';
import { rule as repeatedPassage } from './rules/repeated-passage.ts';
import { rule as reportedSpeechTense } from './rules/reported-speech-tense.ts';
import { rule as siteFurniture } from './rules/site-furniture.ts';
import { rule as sourceQuotationMarks } from './rules/source-quotation-marks.ts';
import { rule as spacedDash } from './rules/spaced-dash.ts';
import { rule as speakerAfterVerb } from './rules/speaker-after-verb.ts';
import { rule as speakerOutsideSpeech } from './rules/speaker-outside-speech.ts';
import { rule as splitCompound } from './rules/split-compound.ts';
import { rule as stopAfterQuotes } from './rules/stop-after-quotes.ts';
import { rule as straySpace } from './rules/stray-space.ts';
import { rule as subjectMissing } from './rules/subject-missing.ts';
import { rule as supportVerb } from './rules/support-verb.ts';
import { rule as termInSeveralRenderings } from './rules/term-in-several-renderings.ts';
import { rule as timeOutOfPlace } from './rules/time-out-of-place.ts';
import { rule as titleBeforeName } from './rules/title-before-name.ts';
import { rule as verbWithoutItsPreposition } from './rules/verb-without-its-preposition.ts';
import { rule as wordsLeftUntranslated } from './rules/words-left-untranslated.ts';
import type { SuggestionRule } from './suggestion.ts';

/** Every rule, from what alters the sense to what the capture did. */
export const suggestionRules: readonly SuggestionRule[] = [
	mixedScriptWord,
	wordsLeftUntranslated,
	lookAlikeAbbreviation,
	splitCompound,
	knownRendering,
	termInSeveralRenderings,
	falseFriend,
	supportVerb,
	calquedLink,
	genitiveChain,
	impossibleAgent,
	subjectMissing,
	negationOutOfPlace,
	modalVerb,
	reportedSpeechTense,
	pronounForThing,
	speakerOutsideSpeech,
	speakerAfterVerb,
	timeOutOfPlace,
	adjectiveAfterNoun,
	clauseInitialAlso,
	nameAfterNoun,
	titleBeforeName,
	articleBeforeName,
	articleMissing,
	articleWithPeople,
	verbWithoutItsPreposition,
	capitalOnCommonNoun,
	capitalMissingInName,
	nameInSeveralSpellings,
	hyphenatedOrdinal,
	foreignDate,
	foreignNumber,
	sourceQuotationMarks,
	dashBeforeSpeech,
	spacedDash,
	stopAfterQuotes,
	straySpace,
	doubledWord,
	repeatedPassage,
	fusedWords,
	siteFurniture,
	nameInSmallLetters,
];
