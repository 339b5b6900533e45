import { expect, test } from 'vitest';
import { renderHtml, renderInlineHtml, textOf } from '../../../src/edition/markdown.ts';
import { readCommentary } from '../../../src/edition/read-commentary.ts';
import { attributeOf, elementsNamed, parseHtml, textContentOf } from '../parse-html.ts';
import { writeFolder } from '../temporary-folder.ts';

const read = (text: string) =>
	readCommentary(writeFolder({ 'commentary.mdx': text }), 'commentary.mdx');

const rest = 'type="style/calque" severity="minor" confidence="certain" by="first reading"';
const note = (id: string, body: string) =>
	`<Note id="${id}" p={1} captured="lock" ${rest}>\n${body}\n</Note>`;

/** Everything of a commentary that reaches a page. */
function htmlOf({ notes, quotations, points, prose }: ReturnType<typeof read>): string {
	const bodies = [...notes, ...quotations, ...points].map(({ body }) => body);
	return [...bodies, prose].map((nodes) => renderInlineHtml(nodes, 'x')).join('\n');
}

test('notes, quotations and points are read with their attributes and bodies', () => {
	const source = read(
		[
			'Some *prose*.',
			'<Point note="lock">One thing.</Point>',
			'<Quotation p={2} captured="“We" speaker="Durov" status="do-not-quote">Because.</Quotation>',
			note('lock', 'A *lock* is a block.'),
		].join('\n\n'),
	);
	expect(source.faults).toEqual([]);
	expect(source.fieldFaults).toEqual([]);
	expect(source.points.map(({ attributes }) => attributes)).toEqual([{ note: 'lock' }]);
	expect(source.quotations.map(({ attributes }) => attributes)).toEqual([
		{ p: 2, captured: '“We', speaker: 'Durov', status: 'do-not-quote' },
	]);
	expect(source.notes.map(({ attributes }) => attributes)).toEqual([
		{
			id: 'lock',
			p: 1,
			captured: 'lock',
			type: 'style/calque',
			severity: 'minor',
			confidence: 'certain',
			by: 'first reading',
		},
	]);
	expect(source.notes.map(({ body }) => body.map(textOf).join())).toEqual(['A lock is a block.']);
	expect(renderHtml(source.prose, 'prose')).toBe('<p>Some <em>prose</em>.</p>');
});

test('elements on lines one under the other are elements, not prose', () => {
	const source = read(
		'<Point note="a">First.</Point>\n<Point note="b">Second.</Point>\n  <Point note="c">Third.</Point>\n',
	);
	expect(source.points.map(({ attributes }) => attributes.note)).toEqual(['a', 'b', 'c']);
	expect(source.prose).toEqual([]);
	expect(source.faults).toEqual([]);
});

test('the words of an element on one line keep their punctuation where it was', () => {
	const [point] = read('<Point note="a">Not *this* (*that*), `but`~~so~~.</Point>').points;
	expect(point?.body.map(textOf).join('\n')).toBe('Not this (that), butso.');
	expect(renderInlineHtml(point?.body ?? [], 'p')).toBe(
		'Not <em>this</em> (<em>that</em>), <code>but</code><del>so</del>.',
	);
});

test('references in attributes are decoded, and nothing else in them is altered', () => {
	const [read1] = read(
		`<Note id="lock" p={1} captured="&lt;b&gt; &amp; &quot;q&quot; &#1103;&nbsp;x" correction="*a* \\_ {b}" ${rest}>x</Note>`,
	).notes;
	expect(read1?.attributes.captured).toBe('<b> & "q" я\u00a0x');
	expect(read1?.attributes.correction).toBe('*a* \\_ {b}');
});

test.for([
	['masked', true],
	['masked={true}', true],
	['masked={false}', false],
	['', undefined],
] as const)('a note with the attribute %j is masked: %s', ([attribute, masked]) => {
	const [read1] = read(`<Note id="lock" p={1} captured="lock" ${attribute} ${rest}>x</Note>`).notes;
	expect(read1?.attributes.masked).toBe(masked);
});

test.for([
	['import x from "y"', 'import x from "y"'],
	['export const a = 1\nexport const b = 2', 'export const a = 1'],
	['{1 + 1}', '{1 + 1}'],
	['some {process.exit()} prose', '{process.exit()}'],
	['{/* a comment */}', '{/* a comment */}'],
	[note('lock', 'a {b} c'), '{b}'],
	[note('lock', '> - {b}'), '{b}'],
	[`<Note {...evil} id="lock" p={1} captured="lock" ${rest}>x</Note>`, '{...evil}'],
	[`<Note id={x} p={1} captured="lock" ${rest}>x</Note>`, 'id={x}'],
	[`<Note id="lock" p={1 + 1} captured="lock" ${rest}>x</Note>`, 'p={1 + 1}'],
	[`<Note id="lock" p={1} captured={'lock'} ${rest}>x</Note>`, "captured={'lock'}"],
	[`<Note id="lock" p={0x1} captured="lock" ${rest}>x</Note>`, 'p={0x1}'],
] as const)('the code in %j is refused', ([text, what]) => {
	const source = read(text);
	expect(source.faults).toMatchObject([{ kind: 'code', what }]);
	expect(source.fieldFaults).toEqual([]);
});

test.for([
	['<script>alert(1)</script>', '<script>'],
	['a <b>bold</b> word', '<b>'],
	['<Foo />', '<Foo>'],
	['<>x</>', '<>'],
	['<note />', '<note>'],
	['<constructor />', '<constructor>'],
	['text <Point note="a">in a sentence</Point> more', '<Point>'],
	[note('lock', note('inner', 'x')), '<Note>'],
	[note('lock', '<iframe src="https://example.org" />'), '<iframe>'],
] as const)('the element in %j is refused', ([text, what]) => {
	expect(read(text).faults).toMatchObject([{ kind: 'element', what }]);
});

test('a fault is reported at its line and column', () => {
	const source = read(`Prose.\n\n${note('lock', 'one\ntwo {three}')}\n\n<Foo />\n`);
	expect(source.faults).toMatchObject([
		{ kind: 'code', line: 5, column: 5 },
		{ kind: 'element', line: 8, column: 1 },
	]);
});

test('an attribute that is written twice is refused, and the first one holds', () => {
	const source = read(`<Note id="lock" p={1} captured="lock" ${rest} id="key">x</Note>`);
	expect(source.faults).toMatchObject([{ kind: 'repeated', what: '<Note>.id' }]);
	expect(source.notes[0]?.attributes.id).toBe('lock');
});

test('a bad or missing attribute is reported at the attribute or the element', () => {
	const source = read(`\n<Note id="Lock" p="1"\n  severty="minor" ${rest}>x</Note>`);
	expect(source.notes).toEqual([]);
	const faults = source.fieldFaults.map(({ element, rule, field, line, column }) => ({
		element,
		rule,
		field,
		at: `${line}:${column}`,
	}));
	expect(faults).toHaveLength(4);
	expect(faults).toEqual(
		expect.arrayContaining([
			{ element: 'Note', rule: 'ids-are-kebab-case', field: 'id', at: '2:7' },
			{ element: 'Note', rule: 'fields-are-valid', field: 'p', at: '2:17' },
			{ element: 'Note', rule: 'fields-are-present', field: 'captured', at: '2:1' },
			{ element: 'Note', rule: 'fields-are-known', field: 'severty', at: '3:3' },
		]),
	);
	expect(source.written).toMatchObject([{ element: 'Note', attributes: { id: 'Lock', p: '1' } }]);
});

test.for(['<Point note="a">', 'a <1', '<!-- comment -->', '{', '<a href={>', '</Note>'])(
	'%j is a fault of syntax with a place, and no crash',
	(text) => {
		const { faults, notes, prose } = read(`prose\n\n${text}`);
		expect(faults).toMatchObject([{ kind: 'syntax' }]);
		expect(faults[0]?.line).toBeGreaterThanOrEqual(3);
		expect(faults[0]?.what).toMatch(/\w/);
		expect([notes, prose]).toEqual([[], []]);
	},
);

test.for(['>', '- ', '**a _b ', '[', '<a>'])(
	'thousands of %j in a row are no crash',
	{ timeout: 30_000 },
	(opening) => {
		const { faults, prose } = read(opening.repeat(2_000));
		expect(faults.length + prose.length).toBeGreaterThan(0);
	},
);

test('nothing in a commentary becomes HTML that runs', () => {
	const source = read(
		[
			note('lock', '<script>alert(1)</script>'),
			note('key', 'a [link](javascript:alert(1)) and ![x](javascript:alert(1))'),
			'<Point note="lock">[x](JAVASCRIPT:alert(1)) <b onclick="alert(1)">b</b></Point>',
			'<script>alert(1)</script>',
			'<img src="x" onerror="alert(1)" />',
			'[ref][r]\n\n[r]: data:text/html,x',
		].join('\n\n'),
	);
	const root = parseHtml(htmlOf(source));
	expect(elementsNamed(root, 'script')).toEqual([]);
	expect(elementsNamed(root, 'b')).toEqual([]);
	for (const link of elementsNamed(root, 'a')) expect(attributeOf(link, 'href')).toBe(undefined);
	expect(htmlOf(source)).not.toMatch(/onerror|onclick/);
	expect(textContentOf(root)).toContain('a link and');
});

test('two notes may each have a footnote of the same name', () => {
	const source = read(
		[note('a', 'First[^1].\n\n[^1]: Source A.'), note('b', 'Second[^1].\n\n[^1]: Source B.')].join(
			'\n\n',
		),
	);
	expect(source.faults).toEqual([]);
	const [first = '', second = ''] = source.notes.map(({ body, attributes }) =>
		renderInlineHtml(body, `note-${attributes.id}`),
	);
	expect(first).toContain('Source A.');
	expect(first).not.toContain('Source B.');
	expect(second).toContain('Source B.');
});

test('a commentary that is not there has that fault alone', () => {
	expect(readCommentary(writeFolder({}), 'commentary.mdx')).toMatchObject({
		fileFault: { kind: 'absent' },
		faults: [],
		notes: [],
	});
});

test('an empty commentary, or one with a byte-order mark, is a commentary', () => {
	expect(read('').faults).toEqual([]);
	const source = read('\ufeff<Point note="a">x</Point>');
	expect(source.points).toHaveLength(1);
	expect(source.faults).toEqual([]);
});

test('an element and its attributes can be found again', () => {
	const [read1] = read(`\n${note('lock', 'x')}`).notes;
	expect(read1?.at()).toEqual({ line: 2, column: 1 });
	expect(read1?.at('p')).toEqual({ line: 2, column: 17 });
	expect(read1?.at('term')).toEqual({ line: 2, column: 1 });
});
