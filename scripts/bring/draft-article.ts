import { publishedField } from '../../src/model/fields.ts';
import { recordSchema, type Record } from '../../src/model/record.ts';
import { findRights, listRights } from '../../src/model/rights.ts';
import { UNWRITTEN } from '../../src/model/unwritten.ts';
import type { ChosenOutlet } from './choose-outlet.ts';
import { cleanLine, kebabOf } from './clean-line.ts';
import type { ReadCapture } from './read-capture.ts';
import { toAddress } from './read-page-facts.ts';
import { Refusal, type Fact } from './refusal.ts';

/** What a curator says of an article, instead of what its file says. */
export type Choices = {
	title?: string | undefined;
	url?: string | undefined;
	outlet?: string | undefined;
	published?: string | undefined;
	/** Of the text that was translated. */
	language?: string | undefined;
	rights?: string | undefined;
	encoding?: string | undefined;
};

const BY_CURATOR = 'Named by the curator.';
const NOT_EVALUATED = 'https://rightsstatements.org/vocab/CNE/1.0/';

/** Refuse what cannot stand in a record, before anything is read. */
export function refuseChoices({ title, url, published, language, rights }: Choices): void {
	if (title !== undefined && cleanLine(title) === '') throw new Refusal('The title is empty.');
	if (url !== undefined && !toAddress(url, ''))
		throw new Refusal(`“${cleanLine(url, 100)}” is not an address that begins with http or https.`);
	if (published !== undefined && !publishedField.shape.date.safeParse(published).success)
		throw new Refusal(
			`“${cleanLine(published, 60)}” is not an EDTF date of publication such as 2018-11-08, nor unknown.`,
		);
	if (language !== undefined && !recordSchema.shape.source_language.safeParse(language).success)
		throw new Refusal(`“${cleanLine(language, 60)}” is not a language tag such as ru or sr-Latn.`);
	if (rights !== undefined && !findRights(rights))
		throw new Refusal(
			`“${cleanLine(rights, 100)}” is not a rights statement that the archive knows: ${listRights().join(', ')}.`,
		);
}

/** Take the address that the record will name. */
export function chooseAddress(capture: ReadCapture, { url }: Choices): Fact | undefined {
	if (url === undefined) return capture.address;
	const chosen = toAddress(url, 'named by the curator');
	return capture.address?.value === chosen?.value ? capture.address : chosen;
}

/** Draft the record of an article: what the file and the curator say, and marks where the editors are to write. */
export function draftRecord(
	capture: ReadCapture,
	choices: Choices,
	{
		number,
		outlet,
		fileName,
		today,
	}: { number: number; outlet: ChosenOutlet; fileName: string; today: string },
): Record {
	const title = titleOf(capture, choices);
	const address = chooseAddress(capture, choices);
	const rights = choices.rights ?? NOT_EVALUATED;
	return recordSchema.parse({
		number,
		title: {
			captured: title.value,
			supplied: `${UNWRITTEN} ${title.value === 'none' ? `Article ${number}` : title.value}`,
		},
		verdict: 'unclear',
		verdict_confidence: 0,
		verdict_evidence: UNWRITTEN,
		source_language: choices.language ?? 'unknown',
		engine: { name: 'unknown', profile: 'unknown', evidence: UNWRITTEN },
		publisher: {
			outlet: outlet.id,
			url: address?.value ?? 'unknown',
			evidence: `${outlet.evidence} ${address ? `The address is from: ${cleanLine(address.evidence, 300)}.` : 'Nothing in the file names an address.'}`,
		},
		original: {
			held: false,
			outlet: 'unknown',
			url: 'unknown',
			confidence: 'unknown',
			evidence: UNWRITTEN,
		},
		published:
			choices.published === undefined
				? { date: capture.published.value, evidence: capture.published.evidence }
				: { date: choices.published, evidence: BY_CURATOR },
		captured: {
			date: capture.saved.value,
			evidence: [
				capture.saved.evidence,
				capture.reading,
				`Headline from: ${title.evidence}.`,
				`Language of the text: ${capture.language.value} (${capture.language.evidence}).`,
				`The file “${cleanLine(fileName, 100)}” has the SHA-256 ${capture.fileSha256}.`,
			].join(' '),
		},
		capture: {
			sha256: capture.sha256,
			distributed: findRights(rights)?.mayDistribute === true,
			rights,
		},
		events: [],
		people: [],
		organisations: [],
		not_checked: UNWRITTEN,
		revisions: [{ number: 1, date: today, reason: 'First entry.' }],
	});
}

/** Draft a reading version in which every paragraph is still to be written. */
export function draftReading(capture: ReadCapture): string {
	return `${capture.paragraphs.map(() => UNWRITTEN).join('\n\n')}\n`;
}

/** Name an article's folder for its number and a few words. */
export function nameFolder({ number, title }: Record): string {
	return `${number}-${kebabOf(title.captured === 'none' ? '' : title.captured, 5) || 'article'}`;
}

function titleOf(capture: ReadCapture, { title }: Choices): Fact {
	return title === undefined
		? capture.title
		: { value: cleanLine(title), evidence: 'named by the curator' };
}
