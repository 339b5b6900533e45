import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	escapeExplanation,
	showExplanation,
	writeTree,
} from '../../../scripts/editor/explanation.ts';
import { formatNote } from '../../../scripts/editor/format-note.ts';
import { parsePlainTree } from '../../../src/edition/markdown.ts';
import { parseCommentary } from '../../../src/edition/read-commentary.ts';
import { hostileLine, hostileText, SEED } from '../generators.ts';

const judged = {
	...{ id: 'lock', p: 1, captured: 'lock', by: 'first reading' },
	...({ type: 'style/calque', severity: 'minor', confidence: 'certain' } as const),
};

const read = (text: string) =>
	parseCommentary({ path: 'commentary.mdx', text, bytes: Buffer.from(text) });

const quotes = fc
	.array(
		fc.constantFrom('"', "'", '“', '&', '&quot;', '&#x85;', '{', '}', '<', '>', '\\', 'a', ' '),
		{
			maxLength: 12,
		},
	)
	.map((pieces) => pieces.join(''));

/** Text that a file may hold: whole characters, and something in it. */
const anyText = fc
	.oneof(hostileText, hostileLine, quotes)
	.filter((text) => text.trim() !== '' && text.isWellFormed() && !text.includes('\0'));

test('any text of an attribute is read back the same', () => {
	fc.assert(
		fc.property(anyText, anyText, (captured, correction) => {
			const { notes, faults, fieldFaults } = read(
				formatNote({ ...judged, captured, correction, prefix: captured, occurrence: 2 }, 'Why.'),
			);
			expect({ faults, fieldFaults }).toEqual({ faults: [], fieldFaults: [] });
			expect(notes[0]?.attributes).toEqual({
				...{ ...judged, captured, correction, prefix: captured, occurrence: 2 },
			});
		}),
		{ seed: SEED, numRuns: 3000 },
	);
});

const markdown = fc
	.array(
		fc.constantFrom(
			...[
				'a',
				' ',
				'the *lock*',
				'`{x} <y>`',
				'`',
				'<',
				'>',
				'{',
				'}',
				'</Note>',
				'<b>',
				'\\',
				'&',
			],
			...['import x from "y"', 'export ', '\n', '\n\n', '- ', '**', '_', '&lt;', '{1}', '<!-- -->'],
			...['Телеграм', '🔑', '“', '"', "'", '[a](/b/)', 'https://a.example/'],
		),
		{ minLength: 1, maxLength: 14 },
	)
	.map((pieces) => pieces.join('').trim())
	.filter((text) => text !== '');

test('any explanation without a fence or a list is read back as it was typed', () => {
	let compared = 0;
	fc.assert(
		fc.property(markdown, (typed) => {
			const tree = parsePlainTree(typed);
			if (tree.children.some(({ type }) => type !== 'paragraph')) return;
			const { notes, faults } = read(formatNote(judged, escapeExplanation(typed)));
			// An address runs on over what is escaped in it: the editor refuses that, and writes nothing.
			if (/https:\/\/\S*[<{\\&]/.test(typed) || /\]\([^)]*[<{]/.test(typed)) return;
			compared++;
			expect(faults).toEqual([]);
			expect(writeTree(notes[0]?.body ?? [])).toBe(writeTree(tree.children));
		}),
		{ seed: SEED, numRuns: 3000 },
	);
	expect(compared).toBeGreaterThan(1000);
});

test('an explanation is shown again as it was typed, unless it was escaped already', () => {
	fc.assert(
		fc.property(
			markdown.filter((text) => !text.includes('\\')),
			(typed) => {
				expect(showExplanation(escapeExplanation(typed))).toBe(typed);
			},
		),
		{ seed: SEED, numRuns: 3000 },
	);
	expect(showExplanation(escapeExplanation('a \\< b'))).toBe('a < b');
});

test('a note has its place, its judgement, its wording and its withdrawal a line each', () => {
	expect(
		formatNote(
			{
				...{ ...judged, captured: '"the" lock', prefix: 'it’s "', occurrence: 2, masked: true },
				...{ withdrawn: '2026-11-24', withdrawnBecause: 'It\'s no "lock".' },
			},
			escapeExplanation('import <b> {x} and `{y}`.'),
		),
	).toMatchInlineSnapshot(`
		"<Note id="lock" p={1} captured='"the" lock' prefix='it’s "' occurrence={2}
		  type="style/calque" severity="minor" confidence="certain"
		  masked by="first reading"
		  withdrawn="2026-11-24" withdrawnBecause="It's no &quot;lock&quot;.">
		&#105;mport \\<b> \\{x} and \`{y}\`.
		</Note>"
	`);
});
