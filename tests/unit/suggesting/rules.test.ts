import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listSuggestions } from '../../../src/suggesting/list-suggestions.ts';
import { suggestionRules } from '../../../src/suggesting/suggestion-rules.ts';
import { makeContext } from './samples.ts';

test('every file of a rule is named for its rule, and every rule is listed', () => {
	const files = readdirSync('src/suggesting/rules').map((name) => name.replace(/\.ts$/, ''));
	expect(suggestionRules.map(({ id }) => id).toSorted()).toEqual(files.toSorted());
});

test.each(suggestionRules.map((rule) => [rule.id, rule] as const))(
	'%s marks its examples and nothing else in them',
	(_id, rule) => {
		expect(rule.examples.length).toBeGreaterThan(0);
		expect(rule.examples.some(({ marks }) => marks.length > 0)).toBe(true);
		for (const { text, marks, language } of rule.examples)
			expect(
				listSuggestions(makeContext(text, language), [rule]).map(({ exact }) => exact),
				text,
			).toEqual(marks);
	},
);
