import type { IPTCDigitalSourceEnumeration } from 'schema-dts';
import type { Archive } from '../model/authorities.ts';
import type { Record } from '../model/record.ts';

/**
 * What machines had to do with each layer of an article, in three places from this one source: a meta tag
 * for the page, an attribute for each layer, a file for the revision.
 *
 * The values are those of “AI Content Disclosure for HTML”, a proposal in incubation at the W3C, and of the
 * Internet-Draft draft-abaris-aicdh. There, saying nothing means that it is unknown. Its attribute is no part
 * of HTML yet, so ours begins with `data-`.
 */
type AiLevel = 'none' | 'ai-assisted' | 'autonomous';

/** `original` is the text that was translated, of which the archive says nothing here. */
export type Layer = 'captured' | 'original' | 'reading' | 'notes';

/** Say how far machines made a layer; returns nothing where that is unknown. */
export function aiLevelOf(layer: Layer, { verdict }: Pick<Record, 'verdict'>): AiLevel | undefined {
	switch (layer) {
		case 'captured':
			return { 'machine-translated': 'autonomous', native: 'none', unclear: undefined }[verdict] as
				AiLevel | undefined;
		case 'original':
			return undefined;
		case 'reading':
		case 'notes':
			return 'ai-assisted';
	}
}

/** Give the attribute for the element that holds a layer; none where nothing is known. */
export function aiAttributesOf(
	layer: Layer,
	record: Pick<Record, 'verdict'>,
): { 'data-ai-disclosure'?: AiLevel } {
	const level = aiLevelOf(layer, record);
	return level ? { 'data-ai-disclosure': level } : {};
}

/** The value of `<meta name="ai-disclosure">`: `mixed` says that the layers of the page differ. */
export const aiLevelOfPage = { article: 'mixed', note: 'ai-assisted' } as const;

/**
 * Name the kind of source of a layer in the words of schema.org, which are IPTC's; returns nothing where none
 * is known. An engine that works by rules was trained on nothing.
 */
export function digitalSourceTypeOf(
	layer: Layer,
	record: Pick<Record, 'verdict' | 'engine'>,
): (IPTCDigitalSourceEnumeration & `https:${string}`) | undefined {
	const level = aiLevelOf(layer, record);
	if (level === 'ai-assisted')
		return 'https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource';
	if (level !== 'autonomous') return undefined;
	return /\brule-based\b/i.test(record.engine.profile)
		? 'https://schema.org/AlgorithmicMediaDigitalSource'
		: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource';
}

/** What each level means here, for the file. */
const meanings: { [Of in AiLevel]: string } = {
	none: 'Written in its language, not machine-translated. Whether its writers used machines otherwise was not examined.',
	'ai-assisted':
		'By the editors with the help of machines. That a person reviewed every word is not claimed; each note says which layer of the work it comes from.',
	autonomous: 'Made by a machine and published as it came out.',
};

/** Describe what machines had to do with each layer of an article: the file beside a revision. */
export function discloseAi(record: Record, archive: Archive) {
	const describe = (layer: Layer, by: string | undefined) => {
		const level = aiLevelOf(layer, record);
		return {
			layer,
			level: level ?? 'unknown',
			...(level && { meaning: meanings[level] }),
			...(by && { by }),
			...(layer === 'captured' && {
				verdict: record.verdict,
				confidence: record.verdict_confidence,
				evidence: record.verdict_evidence,
			}),
			...(digitalSourceTypeOf(layer, record) && {
				digitalSourceType: digitalSourceTypeOf(layer, record),
			}),
		};
	};
	const { verdict, engine } = record;
	return {
		article: record.number,
		page: aiLevelOfPage.article,
		layers: [
			describe(
				'captured',
				verdict === 'machine-translated'
					? [engine.name === 'unknown' ? 'an unknown engine' : engine.name, engine.version]
							.filter(Boolean)
							.join(' ')
					: undefined,
			),
			describe('reading', archive.editors),
			describe('notes', archive.editors),
		],
	};
}
