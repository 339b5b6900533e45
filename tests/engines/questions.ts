import { readFileSync } from 'node:fs';
import type { Grades } from '../unit/search/ndcg.ts';
import type { Question } from './read-results.ts';

/** What engines may take differently: letters, marks, spaces, order, and what stands nowhere. */
const delicate: Question[] = [
	{ query: 'encryption' },
	{ query: 'ENCRYPTION keys' },
	{ query: '“the keys”' },
	{ query: '"carries a"' },
	{ query: 'keys -telegram' },
	{ query: 'encrypt' },
	{ query: 'Telegram’s' },
	{ query: 'блокировка' },
	{ query: 'ключами' },
	{ query: 'осуществляет' },
	// A letter and its mark as one sign or as two, and a letter that is written with a mark or without.
	{ query: 'российский'.normalize('NFC') },
	{ query: 'российский'.normalize('NFD') },
	{ query: 'её' },
	{ query: 'ее' },
	{ query: 'Дуров' },
	{ query: 'terminal\u00a0encryption' },
	{ query: 'en\u00adcryption' },
	{ query: 'the FSB', sort: 'newest' },
	{ query: 'the FSB', sort: 'oldest' },
	{ query: 'telegram', filters: { layer: 'notes', severity: 'critical' } },
	{ query: 'telegram', filters: { layer: 'captured' }, sort: 'oldest' },
	{ query: 'keys xylophone' },
	{ query: 'xylophone' },
];

/** The queries whose results were judged, with their choices and what each passage is worth to a reader. */
export const judged = (
	JSON.parse(readFileSync('tests/fixtures/search-judgements.json', 'utf8')) as {
		queries: (Question & { id: string; grades: Grades })[];
	}
).queries;

/** What is asked in every engine. */
export const questions: Question[] = [
	...delicate,
	...judged.map(({ query, filters, sort }) => ({ query, filters, sort })),
];
