import { expect, test } from 'vitest';
import { widenToWords } from '../../../src/text/whole-words.ts';

/** Write square brackets where the widened stretch begins and ends; `|` marks the ends that are given. */
function widened(marked: string): string {
	const [before = '', within = '', after = ''] = marked.split('|');
	const text = before + within + after;
	const stretch = { startCodeUnit: before.length, endCodeUnit: (before + within).length };
	const [wide] = widenToWords(text, [stretch]);
	const [start, end] = [wide?.startCodeUnit ?? 0, wide?.endCodeUnit ?? 0];
	return `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;
}

test.for([
	['a |whole word| stays', 'a [whole word] stays'],
	['inside ph|oto|Copy here', 'inside [photoCopy] here'],
	['from|-for| nothing', '[from-for] nothing'],
	['the users|’| rights', 'the users[’] rights'],
	['Telegram|’s| keys', '[Telegram’s] keys'],
	['KadobnovЛо|готип| here', '[KadobnovЛоготип] here'],
	['e|\u0301a| b', '[e\u0301a] b'],
	['(|a|)', '([a])'],
	['|', '[]'],
])('%j becomes %j', ([given, expected]) => {
	expect(widened(given ?? '')).toBe(expected);
});
