import { basename } from 'node:path';
import type { Record } from '../../src/model/record.ts';
import { chooseOutlet, type ChosenOutlet } from './choose-outlet.ts';
import { chooseAddress, draftRecord, refuseChoices, type Choices } from './draft-article.ts';
import { findHolder, type Holdings } from './holdings.ts';
import { placeArticle, planPlaces, type Placed } from './place-article.ts';
import { readCapture, type ReadCapture } from './read-capture.ts';
import { readInput } from './read-input.ts';

export type Brought =
	| { kind: 'held'; by: number }
	| ({ kind: 'new'; record: Record; capture: ReadCapture; outlet: ChosenOutlet } & Placed);

/**
 * Bring a file into the archive as its next article, and note it in `holdings`; an article that holds the same
 * capture is named instead. Throws a Refusal for what cannot be an article. A dry run writes nothing.
 */
export function bringIn(
	holdings: Holdings,
	path: string,
	choices: Choices,
	{ today, isDry }: { today: string; isDry: boolean },
): Brought {
	refuseChoices(choices);
	const original = readInput(path);
	const capture = readCapture(original, basename(path), choices);
	const holder = findHolder(holdings, capture);
	if (holder !== undefined) return { kind: 'held', by: holder };
	const outlet = chooseOutlet(holdings.outlets, {
		chosen: choices.outlet,
		named: capture.outlet,
		address: chooseAddress(capture, choices),
	});
	const number = holdings.highest + 1;
	const record = draftRecord(capture, choices, {
		number,
		outlet,
		fileName: basename(path),
		today,
	});
	const placing = { folders: holdings, record, capture, original, added: outlet.added };
	const placed = isDry ? planPlaces(placing) : placeArticle(placing);
	holdings.highest = number;
	holdings.byHash.set(capture.sha256, number).set(capture.fileSha256, number);
	if (outlet.added) holdings.outlets.push(outlet.added);
	return { kind: 'new', record, capture, outlet, ...placed };
}
