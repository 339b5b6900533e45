import { expect, test } from 'vitest';
import {
	aiAttributesOf,
	aiLevelOf,
	aiLevelOfPage,
	digitalSourceTypeOf,
	discloseAi,
	type Layer,
} from '../../../src/citing/ai-disclosure.ts';
import { verdicts } from '../../../src/model/record.ts';
import { factsWith, pageCases, publicArchive, sampleFacts } from './page-cases.ts';

const native = pageCases['written in English']?.record ?? sampleFacts.record;
const unclear = pageCases['unclear']?.record ?? sampleFacts.record;
const byRules = pageCases['engine and version known']?.record ?? sampleFacts.record;

test('the captured text is the machine’s, no machine’s or unknown, as the verdict has it', () => {
	expect(aiAttributesOf('captured', sampleFacts.record)).toEqual({
		'data-ai-disclosure': 'autonomous',
	});
	expect(aiAttributesOf('captured', native)).toEqual({ 'data-ai-disclosure': 'none' });
	expect(aiAttributesOf('captured', unclear)).toEqual({});
});

test.for(verdicts)(
	'the archive’s own layers were made with machines, whatever the text: %s',
	(verdict) => {
		for (const layer of ['reading', 'notes'] satisfies Layer[])
			expect(aiLevelOf(layer, { verdict })).toBe('ai-assisted');
		expect(aiLevelOf('original', { verdict })).toBeUndefined();
	},
);

test('a page of layers that differ is mixed, a note’s is not', () => {
	expect(aiLevelOfPage).toEqual({ article: 'mixed', note: 'ai-assisted' });
});

test('an engine that works by rules was not trained', () => {
	expect(digitalSourceTypeOf('captured', byRules)).toBe(
		'https://schema.org/AlgorithmicMediaDigitalSource',
	);
	expect(digitalSourceTypeOf('captured', sampleFacts.record)).toBe(
		'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
	);
	expect(digitalSourceTypeOf('captured', native)).toBeUndefined();
	expect(digitalSourceTypeOf('captured', unclear)).toBeUndefined();
});

test('the file says of each layer what is known, and by whom', () => {
	expect(discloseAi(byRules, publicArchive)).toMatchInlineSnapshot(`
		{
		  "article": 7,
		  "layers": [
		    {
		      "by": "Apertium 3.8.3",
		      "confidence": 0.95,
		      "digitalSourceType": "https://schema.org/AlgorithmicMediaDigitalSource",
		      "evidence": "Support verbs rendered word by word.",
		      "layer": "captured",
		      "level": "autonomous",
		      "meaning": "Made by a machine and published as it came out.",
		      "verdict": "machine-translated",
		    },
		    {
		      "by": "the Calque editors, machine-assisted",
		      "digitalSourceType": "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
		      "layer": "reading",
		      "level": "ai-assisted",
		      "meaning": "By the editors with the help of machines. That a person reviewed every word is not claimed; each note says which layer of the work it comes from.",
		    },
		    {
		      "by": "the Calque editors, machine-assisted",
		      "digitalSourceType": "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
		      "layer": "notes",
		      "level": "ai-assisted",
		      "meaning": "By the editors with the help of machines. That a person reviewed every word is not claimed; each note says which layer of the work it comes from.",
		    },
		  ],
		  "page": "mixed",
		}
	`);
	expect(discloseAi(unclear, publicArchive).layers[0]).toEqual({
		layer: 'captured',
		level: 'unknown',
		verdict: 'unclear',
		confidence: 0.95,
		evidence: 'Support verbs rendered word by word.',
	});
	expect(discloseAi(native, publicArchive).layers[0]).not.toHaveProperty('by');
	expect(discloseAi(factsWith({}).record, publicArchive).layers[0]).toMatchObject({
		by: 'an unknown engine',
	});
});
