import { expect, test } from 'vitest';
import { readOptions, toolsOf } from '../../../scripts/bench/read-options.ts';

test('without options everything is measured three times', () => {
	const options = readOptions([]);
	expect(options).toMatchObject({ articles: 1000, runs: 3, seed: 1, pages: 'all' });
	expect(toolsOf(options)).toEqual(['calque', 'eleventy', 'hugo']);
	expect(options.only).toContain('search');
});

test('what is to be measured can be named', () => {
	const options = readOptions(['--only', 'search,hugo', '--pages', 'articles', '--articles', '20']);
	expect(toolsOf(options)).toEqual(['hugo']);
	expect(options).toMatchObject({ only: ['search', 'hugo'], pages: 'articles', articles: 20 });
});

test.each([
	[['--articles', 'many'], '--articles takes a whole number from 1 on, not "many".'],
	[['--runs', '0'], '--runs takes a whole number from 1 on, not "0".'],
	[['--only', 'calque,jekyll'], '--only takes calque, eleventy, hugo, search, not "jekyll".'],
	[['--pages', 'some'], '--pages takes all, articles, not "some".'],
	[
		['--from', 'a', '--articles', '3'],
		'--from takes an archive as it is: without --articles and --write.',
	],
	[['--speed'], "Unknown option '--speed'"],
])('%j is refused in one line', (args, message) => {
	expect(() => readOptions(args)).toThrow(message);
});
