import { expect, test } from 'vitest';
import { comparedHtml, segmentHtml } from '../../../src/components/rated-html.ts';
import type { RatedError, RatedSegment } from '../../../src/model/ratings.ts';

const error = (start: number, end: number, more: Partial<RatedError> = {}): RatedError => ({
	kind: 'error',
	side: 'target',
	spans: [{ side: 'target', start, end }],
	category: 'Style/Awkward',
	severity: 'Major',
	type: 'style/awkward',
	level: 'major',
	...more,
});
const segment: RatedSegment = {
	id: '84',
	source: 'Quelle <1>',
	target: '😀 a & b\u00a0c',
	ratings: [
		{
			rater: 'rater1',
			errors: [error(2, 5), error(4, 7), error(2, 5, { category: 'Other', type: null })],
		},
		{ rater: 'rater2', errors: [error(0, 0, { kind: 'none', category: 'No-error', spans: [] })] },
		{ rater: 'rater3', errors: [error(0, 1, { kind: 'check', category: 'HOTW-test' })] },
	],
};
const html = segmentHtml(segment, 1, { source: 'de', target: undefined });

test('each rater is a layer whose text is the translation, character for character', () => {
	const layer = /<p dir="auto" class="target">(.*?)<\/p>/s.exec(html)?.[1] ?? '';
	expect(layer.replace(/<sup>.*?<\/sup>|<[^>]+>/g, '').replaceAll('&amp;', '&')).toBe(
		segment.target,
	);
	expect(layer).toContain('<mark class="major" title="Major, Style/Awkward">');
	expect(html).toContain('<p lang="de" dir="auto" class="source">Quelle &lt;1&gt;</p>');
});

test('a mark says what its rater called it, and what that is here', () => {
	expect(html).toContain(
		'<b>Major, Style/Awkward</b> <span class="label">here: major, awkward</span> “<q>a &amp;</q>”',
	);
	expect(html).toContain('<b>Major, Other</b> <span class="label">here: major</span>');
});

test('attention checks are not shown, and who found nothing is', () => {
	expect(html).not.toContain('HOTW');
	expect(html).toContain('Nothing marked by rater2, rater3.');
});

test('an error without a place says so', () => {
	const whole = {
		...segment,
		ratings: [{ rater: 'r', errors: [error(0, 0, { spans: [], extra: { setAside: {} } })] }],
	};
	expect(segmentHtml(whole, 1, { source: undefined, target: undefined })).toContain(
		'set aside: its mark has no end',
	);
});

test('translations of one text stand under its source, each with the marks of all its raters', () => {
	const other = { ...segment, target: 'Quite another text.', ratings: [] };
	const compared = comparedHtml(
		[
			{ system: 'A & B', segment, href: '../../a/8/#p3' },
			{ system: 'C', segment: other, href: '../../a/9/#p3' },
		],
		3,
		{ source: 'zh', target: undefined },
	);
	expect(compared.match(/class="source"/g)).toHaveLength(1);
	expect(compared).toContain('<h3><a href="../../a/8/#p3">A &amp; B</a>');
	expect(compared).toContain('<mark class="major" title="Major, Style/Awkward">');
	expect(compared).toMatch(
		/>C<\/a> <span class="label">0 errors<\/span><\/h3><p[^>]*>Quite another text\.<\/p>/,
	);
	expect(comparedHtml([], 1, { source: undefined, target: undefined })).toBe('');
});
