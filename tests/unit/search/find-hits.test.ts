import { expect, test } from 'vitest';
import { findHits, isSearchable, MAX_HITS, type Findings } from '../../../src/search/find-hits.ts';
import { indexOf, section, textPage } from './samples.ts';

const captured = textPage([
	section('p1', ['The watchdog carries a lock of the messenger.'], {
		severities: ['major', 'minor'],
		types: ['style/calque'],
	}),
	section('p2', ['It has the keys, and the lock is old.'], { severities: ['minor'] }),
]);
const notes = textPage(
	[
		section('note-lock', ['a lock', 'blocking', 'блокировка', 'A noun for a verb.'], {
			severities: ['critical'],
			types: ['style/calque'],
			exact: 'a lock',
			correction: 'blocking',
		}),
	],
	{ layer: 'notes' },
);
const later = textPage([section('p1', ['Locks were opened by Павел Дуров.'])], {
	article: 9,
	title: 'Later',
	day: '2020-06-18',
	years: ['2020'],
	layer: 'reading',
});
const undated = textPage([section('p3', ['An undated lock.'])], {
	article: 11,
	title: 'Undated',
	day: '',
	years: [],
});
const index = indexOf([captured, notes, later, undated]);
const pathsOf = ({ groups }: Findings) =>
	groups.flatMap(({ hits }) => hits.map(({ path }) => path));
const find = async (query: string, options = {}) => pathsOf(await findHits(index, query, options));

test('of a note, words that its head shows are not shown again as its excerpt', async () => {
	const excerptFor = async (query: string) =>
		(await findHits(index, query, { filters: { layer: 'notes' } })).groups[0]?.hits[0]?.excerpt.map(
			({ text }) => text,
		);
	expect(await excerptFor('lock')).toEqual([]);
	expect(await excerptFor('blocking')).toEqual([]);
	expect((await excerptFor('noun'))?.join('')).toBe('A noun for a verb.');
});

test.for([
	['lock', ['/a/11/#p3', '/a/7/#note-lock', '/a/7/#p1', '/a/7/#p2', '/a/9/#p1']],
	['lock keys', ['/a/7/#p2']],
	['lock -keys', ['/a/11/#p3', '/a/7/#note-lock', '/a/7/#p1', '/a/9/#p1']],
	['lock -"a lock"', ['/a/11/#p3', '/a/7/#p2', '/a/9/#p1']],
	['"a lock"', ['/a/7/#note-lock', '/a/7/#p1']],
	['"a lock" carrying', ['/a/7/#p1']],
	['"the lock" "the keys"', ['/a/7/#p2']],
	['"keys and the lock"', ['/a/7/#p2']],
	['"lock a"', []],
	['"locks"', ['/a/9/#p1']],
	['"lock blocking"', []],
	['блокировкой', ['/a/7/#note-lock']],
	['watch', ['/a/7/#p1']],
	['watch messenger', ['/a/7/#p1']],
])('%s finds the passages %j', async ([query, paths]) => {
	expect((await find(query as string)).sort()).toEqual(paths);
});

test.for([
	[{ severity: 'critical' }, ['/a/7/#note-lock']],
	[{ severity: 'minor' }, ['/a/7/#p1', '/a/7/#p2']],
	[{ type: 'style/calque', layer: 'captured' }, ['/a/7/#p1']],
	[{ year: '2020' }, ['/a/9/#p1']],
	[{ outlet: 'elsewhere' }, []],
] as const)('the filters %j leave %j', async ([filters, paths]) => {
	expect((await find('lock', { filters })).sort()).toEqual(paths);
});

test('each choice is counted as if it were made and the others left as they are', async () => {
	const { counts, total } = await findHits(index, 'lock', { filters: { layer: 'captured' } });
	expect(total).toBe(3);
	expect(counts.layer).toEqual({ captured: 3, notes: 1, reading: 1 });
	expect(counts.severity).toEqual({ major: 1, minor: 2 });
	expect(counts.year).toEqual({ 2018: 2 });
	for (const [layer, count] of Object.entries(counts.layer))
		expect(await find('lock', { filters: { layer } })).toHaveLength(count);
});

test('hits are listed by article, by relevance or by the day of the article', async () => {
	const articles = async (sort: string) =>
		(await findHits(index, 'lock', { sort } as never)).groups.map(({ article }) => article);
	expect(await articles('newest')).toEqual([9, 7, 11]);
	expect(await articles('oldest')).toEqual([7, 9, 11]);
	const { groups } = await findHits(index, 'lock');
	for (const { hits } of groups)
		expect(hits.map(({ score }) => score)).toEqual(
			hits.map(({ score }) => score).sort((a, b) => b - a),
		);
});

test('what the reading version tells comes before what a note says of the words', async () => {
	const retold = textPage([section('p1', ['The ban on the messenger was lifted.'])], {
		layer: 'reading',
	});
	const remark = textPage([section('note-ban', ['a ban', 'the ban', 'It is a false friend.'])], {
		layer: 'notes',
	});
	const { groups } = await findHits(indexOf([remark, retold]), 'ban');
	expect(groups[0]?.hits.map(({ layer }) => layer)).toEqual(['reading', 'notes']);
});

test('a hit shows the text itself, each form of a word marked', async () => {
	const { groups } = await findHits(index, 'carry lock');
	expect(groups[0]?.hits[0]).toMatchObject({ path: '/a/7/#p1', label: 'Passage p1' });
	expect(groups[0]?.hits[0]?.excerpt).toEqual([
		{ text: 'The watchdog ', isMatch: false },
		{ text: 'carries', isMatch: true },
		{ text: ' a ', isMatch: false },
		{ text: 'lock', isMatch: true },
		{ text: ' of the messenger.', isMatch: false },
	]);
});

test('a hit says what of its text was found, each once', async () => {
	const foundFor = async (query: string) =>
		(await findHits(index, query)).groups[0]?.hits.find(({ path }) => path === '/a/7/#p1')?.found;
	expect(await foundFor('carry lock')).toEqual(['carries', 'lock']);
	expect(await foundFor('"A LOCK"')).toEqual(['a lock']);
	expect(await foundFor('of the watch')).toEqual(['of', 'the', 'watchdog']);
});

test('a name is found in each of its spellings and case forms, and they are told', async () => {
	const names = [['Pavel Durov', 'Durov', 'Павел Дуров', 'Дуров']];
	for (const query of ['Durov', 'Pavel Durov', 'Дурова', 'Павлу Дурову', 'durov locks'])
		expect(await find(query, { names }), query).toEqual(['/a/9/#p1']);
	const { otherSpellings } = await findHits(index, 'Дуровым', { names });
	expect(otherSpellings).toContain('Durov');
	expect((await findHits(index, 'lock', { names })).otherSpellings).toEqual([]);
});

test('words that stand nowhere are named, and the search goes on without them', async () => {
	const findings = await findHits(index, 'keys xylophone');
	expect(findings.unknownWords).toEqual(['xylophone']);
	expect(pathsOf(findings)).toEqual(['/a/7/#p2']);
	expect((await findHits(index, 'xylophone')).unknownWords).toEqual([]);
	// An index may offer places for a word that stands in none of them.
	const generous = { ...index, findPlaces: () => Promise.resolve([0, 1]) };
	const offered = await findHits(generous, 'keys xylophone');
	expect([offered.unknownWords, pathsOf(offered)]).toEqual([['xylophone'], ['/a/7/#p2']]);
	expect(await find('keys "xylophone band"')).toEqual([]);
});

test('a text that may not be shown is found by its words, never by a phrase, and not shown', async () => {
	const bag = textPage([section('text', ['carries lock messenger'], { isBag: true })]);
	const { groups } = await findHits(indexOf([bag]), 'lock carrying');
	expect(groups[0]?.hits.map(({ path, excerpt, found }) => [path, excerpt, found])).toEqual([
		['/a/7/#text', [], []],
	]);
	expect((await findHits(indexOf([bag]), '"carries lock"')).total).toBe(0);
	expect((await findHits(indexOf([bag]), 'lock -carries')).total).toBe(0);
});

test('of very many hits only the best are listed, and all are counted', async () => {
	const many = textPage(Array.from({ length: 200 }, (_, at) => section(`p${at}`, ['a lock'])));
	const { groups, total } = await findHits(indexOf([many]), 'lock');
	expect(groups[0]?.hits).toHaveLength(MAX_HITS);
	expect(total).toBe(200);
});

test('passages whose text could not be read are counted', async () => {
	const { missingPassages, total } = await findHits(indexOf([captured, notes], [0]), 'lock');
	expect([missingPassages, total]).toEqual([2, 1]);
});

test('one letter, or what is to be left out alone, is not searched for', () => {
	for (const query of ['', 'a', '-lock', '"', '— —', '-"a lock"'])
		expect(isSearchable(query)).toBe(false);
	for (const query of ['lo', '"a lock"', 'a -lock']) expect(isSearchable(query)).toBe(true);
});

test('where too many words begin like one, it is found itself, and the rest is not passed over in silence', async () => {
	const crowded = {
		...index,
		findPlaces: (term: string, isBeginning = false) =>
			isBeginning ? Promise.resolve(undefined) : index.findPlaces(term),
	};
	const found = await findHits(crowded, 'keys');
	expect(pathsOf(found)).toEqual(['/a/7/#p2']);
	expect(found.onlyWhole).toEqual(['keys']);
	expect((await findHits(index, 'keys')).onlyWhole).toEqual([]);
	// What is no word itself may be the beginning of any: every place is one to look in.
	const beginning = await findHits(crowded, 'watch');
	expect(pathsOf(beginning)).toEqual(['/a/7/#p1']);
	expect(beginning.unknownWords).toEqual([]);
});
