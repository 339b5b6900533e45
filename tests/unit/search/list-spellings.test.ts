import { expect, test } from 'vitest';
import { listSpellings } from '../../../src/search/list-spellings.ts';

const named = (name: string, spellings: string[], original_name?: string) => ({
	id: 'one',
	description: 'Somebody.',
	name,
	spellings,
	...(original_name === undefined ? {} : { original_name }),
});

test('a name is looked for as it is met, as it is and as the original has it', () => {
	expect(listSpellings([named('A Just Russia', ['Fair Russia'], 'Справедливая Россия')])).toEqual([
		['Fair Russia', 'A Just Russia', 'Справедливая Россия'],
	]);
});

test('who is met by surname alone is looked for by surname alone in the original too', () => {
	expect(listSpellings([named('Pavel Durov', ['Durov'], 'Павел Дуров')])).toEqual([
		['Durov', 'Pavel Durov', 'Павел Дуров', 'Дуров'],
	]);
});

test('an abbreviation in brackets is a spelling of its own', () => {
	expect(listSpellings([named('Roskomnadzor (RKN)', ['RKN'], 'Роскомнадзор (РКН)')])).toEqual([
		['RKN', 'Roskomnadzor', 'Роскомнадзор', 'РКН'],
	]);
});

test('what has one spelling needs no group', () => {
	expect(listSpellings([named('Viber', ['Viber'], 'Viber')])).toEqual([]);
});
