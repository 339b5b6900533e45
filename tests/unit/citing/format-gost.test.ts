import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeWork, type Citable } from '../../../src/citing/citable.ts';
import { ACCESS_DATE, formatGost100, formatGost5 } from '../../../src/citing/format-gost.ts';
import type { Author } from '../../../src/model/record.ts';
import { SEED } from '../generators.ts';
import { sampleRecord } from '../samples.ts';
import { cases, sampleCitable, unsignedCitable } from './citables.ts';
import { hostileCitable } from './hostile-citables.ts';

const signed = sampleCitable(
	{
		title: {
			captured: 'Council votes on water tariff',
			supplied: 'A council votes',
			original: 'Дума голосует о тарифе',
		},
		engine: { ...sampleRecord.engine, name: 'ExampleMT', version: '3.1' },
		published: { date: '2021-03-02', evidence: 'Dateline.' },
	},
	{},
);

test('a record and a reference are laid out as their standards have them', () => {
	expect(formatGost100(signed).reference).toBe(
		'Petrov, I. Council votes on water tariff = Дума голосует о тарифе : машинный перевод, ред. 1 / I. Petrov ; пер. ExampleMT 3.1. – Текст : электронный // Vechernyaya Gazeta. – 2021. – 2 марта. – URL: https://example.org/calque/a/7/v1/ (дата обращения: __.__.____).',
	);
	expect(formatGost5(signed).reference).toBe(
		'Petrov I. Дума голосует о тарифе = Council votes on water tariff / маш. пер. ExampleMT 3.1, ред. 1 // Vechernyaya Gazeta. 2021. 2 марта. URL: https://example.org/calque/a/7/v1/ (дата обращения: __.__.____).',
	);
});

test('the day of access stands where a script finds it, once, and only beside an address', () => {
	for (const format of [formatGost100, formatGost5]) {
		expect(format(signed).reference.split(ACCESS_DATE)).toHaveLength(2);
		expect(format(cases['no public address'] as Citable).reference).not.toContain(ACCESS_DATE);
	}
});

test('without an address the archive and the path are told', () => {
	for (const format of [formatGost100, formatGost5]) {
		expect(format(cases['no public address'] as Citable).reference).toMatch(
			/Архив Calque, № 7; публичного адреса у архива пока нет, путь \/a\/7\/v1\/#p12\.$/,
		);
	}
});

const people = (count: number): Author[] =>
	['Petrov', 'Sidorova', 'Ivanov', 'Orlova', 'Volkov']
		.slice(0, count)
		.map((family) => ({ family, given: 'Anna' }));

test('three authors head an entry, more stand behind the title', () => {
	expect(formatGost5(sampleCitable({ authors: people(3) })).reference).toMatch(
		/^Petrov A\., Sidorova A\., Ivanov A\. Watchdog/,
	);
	expect(formatGost5(sampleCitable({ authors: people(4) })).reference).toMatch(
		/^Watchdog locks the messenger \/ A\. Petrov, A\. Sidorova, A\. Ivanov \[и др\.\] ; маш\. пер\./,
	);
	expect(formatGost100(sampleCitable({ authors: people(3) })).reference).toMatch(
		/^Petrov, A\. Watchdog .* \/ A\. Petrov, A\. Sidorova, A\. Ivanov ;/,
	);
	expect(formatGost100(sampleCitable({ authors: people(4) })).reference).toMatch(
		/^Watchdog .* \/ A\. Petrov, A\. Sidorova, A\. Ivanov, A\. Orlova ;/,
	);
	expect(formatGost100(sampleCitable({ authors: people(5) })).reference).toMatch(
		/^Watchdog .* \/ A\. Petrov, A\. Sidorova, A\. Ivanov \[и др\.\] ;/,
	);
});

test.for([
	['Ivan Vasilyevich', 'Petrov I. V. '],
	['Jean-Paul', 'Petrov J.-P. '],
	[undefined, 'Petrov. '],
] as const)('initials of %s', ([given, heading]) => {
	const author = given === undefined ? { family: 'Petrov' } : { family: 'Petrov', given };
	const { reference } = formatGost5(sampleCitable({ authors: [author] }));
	expect(reference.startsWith(`${heading}Watchdog`)).toBe(true);
});

test.for([
	['2018', '2018.'],
	['2018-11', '2018. Ноябрь.'],
	['2018-11-08', '2018. 8 ноября.'],
	['2018-11~', '[около ноября 2018 г.].'],
	['2018-11?', '[ноябрь 2018 г.?].'],
	['2018-11-08%', '[около 8 ноября 2018 г.?].'],
	['2020-06-18/2020-06', '[18 июня 2020 г. – 30 июня 2020 г.].'],
	['2018/2019', '[2018 – 2019].'],
	['unknown', '[Б. г.].'],
] as const)('the date %s is %s', ([date, written]) => {
	const { reference } = formatGost5(sampleCitable({ published: { date, evidence: 'x' } }));
	expect(reference).toContain(` // Vechernyaya Gazeta. ${written} URL`);
});

test('in the text an unsigned article is named by its title, and a paragraph told', () => {
	expect(formatGost5(sampleCitable({}, { paragraph: 12 })).inText).toBe('[Petrov, 2018, абз. 12]');
	expect(formatGost5(sampleCitable({ authors: people(4) })).inText).toBe('[Petrov [и др.], 2018]');
	expect(formatGost5(unsignedCitable()).inText).toBe('[Watchdog locks the messenger, 2018]');
});

test('what is hostile is kept on one line', () => {
	fc.assert(
		fc.property(hostileCitable, (citable) => {
			const { title, originalTitle, container } = describeWork(citable);
			for (const format of [formatGost100, formatGost5]) {
				const { reference } = format(citable);
				expect(reference).not.toMatch(/[\n\r\u202e]/);
				for (const part of [title, originalTitle, container]) expect(reference).toContain(part);
			}
		}),
		{ seed: SEED },
	);
});
