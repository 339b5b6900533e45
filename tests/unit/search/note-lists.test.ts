import { expect, test } from 'vitest';
import { addressOf, type NoteEntry } from '../../../src/model/article.ts';
import { confidences, severities } from '../../../src/model/typology.ts';
import {
	countPages,
	groupNotes,
	listNoteLists,
	listPageNumbers,
	noteOrders,
	NOTES_PER_PAGE,
	selectNotes,
	sortNotes,
} from '../../../src/search/note-lists.ts';
import { sampleEntry, sampleNote } from '../samples.ts';

const notes = [
	sampleNote('a', 'x', 0, { severity: 'minor', confidence: 'likely', type: 'style/calque' }),
	sampleNote('b', 'y', 1, { severity: 'critical', confidence: 'certain', type: 'locale/name' }),
	sampleNote('c', 'z', 2, {
		severity: 'minor',
		confidence: 'certain',
		type: 'accuracy/omission',
	}),
];
const article = sampleEntry(notes);
const entries: NoteEntry[] = notes.map((note) => ({ article, note }));
const idsOf = (list: NoteEntry[]) => list.map(({ note }) => note.id);

test('every list that is named holds notes, and the others hold none', () => {
	const lists = listNoteLists(entries);
	const named = new Set(lists.map((list) => addressOf.notes(list)));
	expect(named.size).toBe(lists.length);
	for (const severity of [undefined, ...severities])
		for (const confidence of [undefined, ...confidences])
			for (const order of noteOrders) {
				const count = selectNotes(entries, { severity, confidence }).length;
				const address = addressOf.notes({ severity, confidence, order });
				expect(named.has(address), address).toBe(count > 0);
				expect(lists.find((list) => addressOf.notes(list) === address)?.count ?? 0).toBe(count);
			}
});

test('an archive without notes has the list of all and no other', () => {
	expect(
		new Set(listNoteLists([]).map(({ severity, confidence }) => severity ?? confidence)),
	).toEqual(new Set([undefined]));
	expect(countPages(0)).toBe(1);
});

test('addresses name what is chosen and leave out what is not', () => {
	expect(addressOf.notes()).toBe('/notes/');
	expect(addressOf.notes({ order: 'type' }, 2)).toBe('/notes/by-type/2/');
	expect(addressOf.notes({ severity: 'major', confidence: 'likely', order: 'place' })).toBe(
		'/notes/severity/major/confidence/likely/',
	);
});

test('sorting keeps every note and the order of the archive among those alike', () => {
	expect(idsOf(sortNotes(entries, 'place'))).toEqual(['a', 'b', 'c']);
	expect(idsOf(sortNotes(entries, 'type'))).toEqual(['c', 'a', 'b']);
	expect(idsOf(sortNotes(entries, 'severity'))).toEqual(['b', 'a', 'c']);
});

test('notes are parted where the thing changes that they are sorted by', () => {
	const groups = (order: (typeof noteOrders)[number]) =>
		groupNotes(sortNotes(entries, order), order).map(({ key, entries: own }) => [key, idsOf(own)]);
	expect(groups('severity')).toEqual([
		['critical', ['b']],
		['minor', ['a', 'c']],
	]);
	expect(groups('place')).toEqual([['7', ['a', 'b', 'c']]]);
});

test('a page more is begun only when one is full', () => {
	expect(countPages(NOTES_PER_PAGE)).toBe(1);
	expect(countPages(NOTES_PER_PAGE + 1)).toBe(2);
});

test.for([
	[1, 1, [1]],
	[1, 3, [1, 2, 3]],
	[1, 9, [1, 2, 0, 9]],
	[3, 9, [1, 2, 3, 4, 0, 9]],
	[5, 9, [1, 0, 4, 5, 6, 0, 9]],
	[9, 9, [1, 0, 8, 9]],
	[4, 4, [1, 2, 3, 4]],
] as const)('from page %i of %i there are links to %j, a gap being 0', ([page, pages, numbers]) => {
	expect(listPageNumbers(page, pages)).toEqual(numbers);
});
