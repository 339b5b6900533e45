import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import { hashCapture } from '../../src/edition/read-captures.ts';
import type { Problem } from '../../src/model/problem.ts';
import { codePointLength } from '../../src/text/code-points.ts';
import { findCapture, recordedHash } from '../evidence/captures-at-hand.ts';
import { listLostQuotes, whereInCapture } from '../evidence/quotes.ts';
import { quoted } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

type Evidence = Problem['evidence'];

const MAX_QUOTES = 5;

export const rule: Rule = {
	id: 'capture-matches-record',
	states: 'The bytes of every capture are those whose SHA-256 the record names.',
	checkArticle: (article, archive) => {
		const expected = recordedHash(article);
		const { capture, isRecorded } = findCapture(archive, article) ?? {};
		if (!capture || isRecorded || expected === undefined) return [];
		const { record } = article;
		return [
			{
				rule: rule.id,
				file: record.path,
				...record.locate(['capture', 'sha256']),
				message:
					capture.origin === 'beside'
						? 'The bytes of capture.txt are not those that the record names.'
						: 'No capture has the hash that the record names, but one file resembles it: the capture was altered.',
				evidence: [
					{ label: 'expected', value: expected },
					{ label: 'found', value: capture.sha256, where: capture.path },
					...findChange(article, capture, expected),
				],
				hint: 'Restore the bytes as they were captured; a text that was found different is a capture of its own, with its own record. Or correct the hash in the record, if it was just written.',
			},
		];
	},
};

/** Find where an altered capture most likely changed. */
function findChange(article: ArticleSource, capture: CaptureSource, expected: string): Evidence {
	const ends = describeEnds(capture, expected);
	if (ends) return [{ label: 'changed', value: ends }];
	const changes = [...findChangedLength(article, capture), ...describeLostQuotes(article, capture)];
	return changes.length > 0
		? changes
		: [
				{
					label: 'changed',
					value:
						'words between the quotes: every quote is found and no paragraph is longer or shorter',
				},
			];
}

/** Say whether the bytes agree but for what editors and version control change by themselves. */
function describeEnds({ bytes, text }: CaptureSource, expected: string): string | undefined {
	const isExpected = (variant: string | Buffer) =>
		hashCapture(Buffer.from(variant as string)) === expected;
	const lines = text.replace(/\r\n?/g, '\n');
	if (isExpected(lines) || isExpected(lines.replaceAll('\n', '\r\n')))
		return 'only the ends of lines (LF and CRLF)';
	if (
		isExpected(`${text}\n`) ||
		isExpected(text.replace(/\r?\n$/, '')) ||
		isExpected(text.trimEnd()) ||
		isExpected(`${text.trimEnd()}\n`)
	)
		return 'only the end of the file';
	if (isExpected(`\uFEFF${text}`) || isExpected(bytes.subarray(3)))
		return 'only the byte-order mark';
	return undefined;
}

function findChangedLength({ anchors }: ArticleSource, capture: CaptureSource): Evidence {
	const recorded = anchors.value?.paragraphs;
	if (!recorded) return [];
	const { paragraphs, text } = capture;
	const counts =
		recorded.length === paragraphs.length
			? []
			: [
					{
						label: 'paragraphs',
						value: `${paragraphs.length}, where anchors.json has ${recorded.length}`,
					},
				];
	const changed = paragraphs.find(
		(paragraph, index) => codePointLength(paragraph.text) !== lengthOf(recorded[index]),
	);
	if (!changed)
		return counts.length > 0 || codePointLength(text) === anchors.value?.length
			? counts
			: [{ label: 'changed', value: 'a blank line or the end of a line' }];
	const before = lengthOf(recorded[changed.number - 1]);
	const value = `paragraph ${changed.number} has ${codePointLength(changed.text)} characters, ${before === undefined ? 'and is new' : `and had ${before}`}`;
	return [
		...counts,
		{ label: 'changed', value, where: whereInCapture(capture, changed.startCodeUnit) },
	];
}

function describeLostQuotes(article: ArticleSource, capture: CaptureSource): Evidence {
	const lost = listLostQuotes(article, capture);
	const rows = lost.slice(0, MAX_QUOTES).map(({ attributes, at }) => ({
		label: 'not found',
		value: `${quoted(attributes.captured)} in paragraph ${attributes.p}`,
		where: `${at('captured').file}:${at('captured').line}`,
	}));
	return lost.length > MAX_QUOTES
		? [...rows, { label: '', value: `and ${lost.length - MAX_QUOTES} more quotes` }]
		: rows;
}

function lengthOf(range: readonly [number, number] | undefined): number | undefined {
	return range && range[1] - range[0];
}
