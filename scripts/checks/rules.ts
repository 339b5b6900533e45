import { rule as anchorsAreCurrent } from './anchors-are-current.ts';
import { rule as archiveFilesArePresent } from './archive-files-are-present.ts';
import { rule as articleCanBeBuilt } from './article-can-be-built.ts';
import { rule as articleFilesArePresent } from './article-files-are-present.ts';
import { rule as articleFolderIsNamedForItsNumber } from './article-folder-is-named-for-its-number.ts';
import { rule as articleNumberIsUnique } from './article-number-is-unique.ts';
import { rule as attributesAreWrittenOnce } from './attributes-are-written-once.ts';
import { rule as captureMatchesRecord } from './capture-matches-record.ts';
import { rule as captureMayBeDistributed } from './capture-may-be-distributed.ts';
import { rule as capturesFolderIsReadable } from './captures-folder-is-readable.ts';
import { rule as capturesHeadingIsPresent } from './captures-heading-is-present.ts';
import { rule as commentaryHasKnownElements } from './commentary-has-known-elements.ts';
import { rule as commentaryIsData } from './commentary-is-data.ts';
import { rule as commentaryIsWellFormed } from './commentary-is-well-formed.ts';
import { rule as commentaryReferencesAreDefined } from './commentary-references-are-defined.ts';
import { rule as datesAreEdtf } from './dates-are-edtf.ts';
import { rule as decisionsNameNotes } from './decisions-name-notes.ts';
import { rule as elementsAreExplained } from './elements-are-explained.ts';
import { rule as elementsHoldPlainMarkdown } from './elements-hold-plain-markdown.ts';
import { rule as explanationsDiffer } from './explanations-differ.ts';
import { rule as fieldsAreKnown } from './fields-are-known.ts';
import { rule as fieldsArePresent } from './fields-are-present.ts';
import { rule as fieldsAreValid } from './fields-are-valid.ts';
import { rule as fileIsInsideContent } from './file-is-inside-content.ts';
import { rule as fileIsNotTooLarge } from './file-is-not-too-large.ts';
import { rule as fileIsReadable } from './file-is-readable.ts';
import { rule as fileIsUtf8 } from './file-is-utf-8.ts';
import { rule as frozenRevisionsAreUnchanged } from './frozen-revisions-are-unchanged.ts';
import { rule as idsAreKebabCase } from './ids-are-kebab-case.ts';
import { rule as idsAreNotUsedAgain } from './ids-are-not-used-again.ts';
import { rule as linksAreAnswered } from './links-are-answered.ts';
import { rule as linksAreRelative } from './links-are-relative.ts';
import { rule as linksAreSafe } from './links-are-safe.ts';
import { rule as namesAreUnique } from './names-are-unique.ts';
import { rule as noteIdIsUnique } from './note-id-is-unique.ts';
import { rule as noteOriginalIsFound } from './note-original-is-found.ts';
import { rule as noteQuoteIsFound } from './note-quote-is-found.ts';
import { rule as noteQuoteIsInItsParagraph } from './note-quote-is-in-its-paragraph.ts';
import { rule as noteQuoteIsShort } from './note-quote-is-short.ts';
import { rule as noteQuoteIsUnique } from './note-quote-is-unique.ts';
import { rule as noteSeverityIsKnown } from './note-severity-is-known.ts';
import { rule as noteTermIsKnown } from './note-term-is-known.ts';
import { rule as noteTypeIsKnown } from './note-type-is-known.ts';
import { rule as originalIsHeldAsRecorded } from './original-is-held-as-recorded.ts';
import { rule as pageHasKnownElements } from './page-has-known-elements.ts';
import { rule as pageIsData } from './page-is-data.ts';
import { rule as pageIsWellFormed } from './page-is-well-formed.ts';
import { rule as pageNameIsFree } from './page-name-is-free.ts';
import { rule as pagesArePresent } from './pages-are-present.ts';
import { rule as permalinksAreAnswered } from './permalinks-are-answered.ts';
import { rule as permalinksAreOnlyAppended } from './permalinks-are-only-appended.ts';
import { rule as pointsAreFew } from './points-are-few.ts';
import { rule as pointsAreSerious } from './points-are-serious.ts';
import { rule as ratingsFitTheirTexts } from './ratings-fit-their-texts.ts';
import { rule as readingIsOurOwnWording } from './reading-is-our-own-wording.ts';
import { rule as readingIsWellFormed } from './reading-is-well-formed.ts';
import { rule as readingMatchesParagraphs } from './reading-matches-paragraphs.ts';
import { rule as readingPhraseIsFound } from './reading-phrase-is-found.ts';
import { rule as readingsAreSound } from './readings-are-sound.ts';
import { rule as redirectsAreSound } from './redirects-are-sound.ts';
import { rule as referencesAreKnown } from './references-are-known.ts';
import { rule as rightsAreStated } from './rights-are-stated.ts';
import { rule as termRenderingsAreListed } from './term-renderings-are-listed.ts';
import { rule as textHasNoStrayCharacters } from './text-has-no-stray-characters.ts';
import { rule as withdrawalsAreExplained } from './withdrawals-are-explained.ts';
import { rule as yamlIsWellFormed } from './yaml-is-well-formed.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order in which an author would mend what they report. */
export const rules: readonly Rule[] = [
	archiveFilesArePresent,
	articleFilesArePresent,
	pagesArePresent,
	capturesFolderIsReadable,
	fileIsReadable,
	fileIsInsideContent,
	fileIsNotTooLarge,
	fileIsUtf8,
	textHasNoStrayCharacters,
	yamlIsWellFormed,
	explanationsDiffer,
	fieldsAreKnown,
	fieldsArePresent,
	fieldsAreValid,
	datesAreEdtf,
	idsAreKebabCase,
	rightsAreStated,
	articleNumberIsUnique,
	articleFolderIsNamedForItsNumber,
	namesAreUnique,
	referencesAreKnown,
	commentaryIsWellFormed,
	commentaryIsData,
	commentaryHasKnownElements,
	attributesAreWrittenOnce,
	elementsAreExplained,
	elementsHoldPlainMarkdown,
	commentaryReferencesAreDefined,
	pageNameIsFree,
	pageIsWellFormed,
	pageIsData,
	pageHasKnownElements,
	capturesHeadingIsPresent,
	noteIdIsUnique,
	noteTypeIsKnown,
	noteSeverityIsKnown,
	noteTermIsKnown,
	noteQuoteIsFound,
	noteQuoteIsInItsParagraph,
	noteQuoteIsUnique,
	noteQuoteIsShort,
	pointsAreFew,
	pointsAreSerious,
	readingIsWellFormed,
	readingMatchesParagraphs,
	readingPhraseIsFound,
	readingIsOurOwnWording,
	originalIsHeldAsRecorded,
	noteOriginalIsFound,
	readingsAreSound,
	decisionsNameNotes,
	captureMatchesRecord,
	ratingsFitTheirTexts,
	captureMayBeDistributed,
	anchorsAreCurrent,
	termRenderingsAreListed,
	linksAreSafe,
	linksAreRelative,
	linksAreAnswered,
	withdrawalsAreExplained,
	permalinksAreOnlyAppended,
	permalinksAreAnswered,
	frozenRevisionsAreUnchanged,
	idsAreNotUsedAgain,
	redirectsAreSound,
	articleCanBeBuilt,
];
