import { expect, test } from 'vitest';
import { packTexts, unpackTexts } from '../../../src/search/pack-texts.ts';
import { section, textPage } from './samples.ts';

test('texts come back as they were packed', () => {
	const pages = [
		textPage([
			section('p1', ['One.'], { severities: ['major', 'minor'], types: ['style/calque'] }),
			section('p2', [''], { types: ['locale/date', 'style/calque'] }),
		]),
		textPage(
			[
				section('note-a', ['a lock', 'blocking', 'About.'], {
					exact: 'a lock',
					correction: 'blocking',
				}),
				section('note-b', ['a lock', 'About.'], { exact: 'a lock' }),
			],
			{ layer: 'notes', day: '', years: [] },
		),
		textPage([section('text', ['a lock'], { isBag: true })]),
	];
	expect(unpackTexts(JSON.parse(JSON.stringify(packTexts(pages))))).toEqual(pages);
	expect(unpackTexts(packTexts([]))).toEqual([]);
});
