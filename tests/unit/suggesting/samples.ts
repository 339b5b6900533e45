import { exampleArchive } from '../../../src/suggesting/example-archive.ts';
import { splitParagraphs } from '../../../src/text/paragraphs.ts';

/** A text of our own with what the examples take the archive to know. */
export function makeContext(text: string, sourceLanguage = 'ru') {
	return { ...exampleArchive, text, sourceLanguage, paragraphs: splitParagraphs(text) };
}
