import { expect, test } from 'vitest';
import { setFormats } from '../../../../src/exchange/annotated/formats.ts';
import { readSet, type SetFormat } from '../../../../src/exchange/annotated/reading.ts';

function format(name: string): SetFormat {
	const found = setFormats.get(name);
	if (!found) throw new Error(name);
	return found;
}
const head = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
const row = (target: string, category = 'Fluency/Grammar', severity = 'Major', source = 'Quelle') =>
	['A', 'd', '1', '7', 'r', source, target, category, severity].join('\t');
const read = (...lines: string[]) => readSet(format('mqm-tsv'), [head, ...lines, ''].join('\n'));
const errorsOf = ({ documents }: ReturnType<typeof readSet>) =>
	documents.flatMap(({ segments }) =>
		segments.flatMap(({ ratings }) => ratings.flatMap(({ errors }) => errors)),
	);

test('a text that begins with a quotation mark is read as it stands', () => {
	const set = read(row('"<v>So</v>, he said'), row('"So, he said', 'No-error', 'No-error'));
	expect(set.documents[0]?.segments.map(({ target }) => target)).toEqual(['"So, he said']);
	expect(errorsOf(set)[0]?.spans).toEqual([{ side: 'target', start: 1, end: 3 }]);
});

test('nothing but a line feed ends a row, and nothing but a tab a field', () => {
	const set = read(row('a\u2028b\u0085c\u000bd <v>\u00a0</v>'));
	expect(set.documents[0]?.segments[0]?.target).toBe('a\u2028b\u0085c\u000bd \u00a0');
	expect(errorsOf(set)[0]?.spans).toEqual([{ side: 'target', start: 8, end: 9 }]);
});

test('offsets are code points', () => {
	expect(errorsOf(read(row('😀<v>👩\u200d👧</v>e\u0301')))[0]?.spans).toEqual([
		{ side: 'target', start: 1, end: 4 },
	]);
});

test('a mark without a partner is reported by its line, and the rest imported', () => {
	const set = read(row('<v>Open'), row('<v>shut</v>'));
	expect(set.remarks).toMatchInlineSnapshot(`
		[
		  {
		    "line": 2,
		    "message": "A <v> or </v> of the row has no partner: the row is set aside as an error without a place.",
		  },
		]
	`);
	expect(errorsOf(set).map(({ spans }) => spans.length)).toEqual([0, 1]);
});

test('a header and rows of different widths are refused, naming both counts', () => {
	const { remarks } = read(row('a'), `${row('b')}\textra`);
	expect(remarks.filter(({ stops }) => stops)).toMatchInlineSnapshot(`
		[
		  {
		    "line": 3,
		    "message": "The row has 10 columns; the header has 9. Nothing is imported.",
		    "stops": true,
		  },
		]
	`);
	expect(readSet(format('marot-tsv'), `${head}\n${row('a')}`).remarks[0]).toMatchObject({
		line: 1,
		stops: true,
	});
});

test('an unknown label stops the import, with its line and column', () => {
	expect(read(row('a'), row('b', 'Fluency/Rhythm')).remarks).toEqual([
		{
			line: 3,
			column: 8,
			stops: true,
			message:
				'The category “Fluency/Rhythm” is not known. Add it to src/exchange/crosswalk.ts, or correct it in the file.',
		},
	]);
});

test('byte-order mark, CRLF and no-break spaces in names are accepted and reported', () => {
	const text = `\ufeff${head}\r\n${row('a <v>b</v>').replace('A\td', 'A\u00a01\td')}\r\n`;
	const set = readSet(format('mqm-tsv'), text);
	expect(set.documents[0]).toMatchObject({ system: 'A\u00a01' });
	expect(errorsOf(set)[0]).toMatchObject({ severity: 'Major', spans: [{ start: 2, end: 3 }] });
	expect(set.remarks.map(({ message }) => message)).toEqual([
		'A byte-order mark at the beginning is passed over.',
		'2 lines end in CRLF; read as line ends.',
		'1 rows have a no-break space in an identifier; it is kept.',
	]);
});

test('errors of the source stay with the source', () => {
	const set = read(
		row('a', 'Source error', 'Minor', 'Qu<v>el</v>le'),
		row('a', 'Source error', 'Minor'),
	);
	expect(errorsOf(set).map(({ side, spans }) => [side, spans.length])).toEqual([
		['source', 1],
		['source', 0],
	]);
});

test('Marot’s token pairs are inclusive, and their tokens are told once', () => {
	const first = JSON.stringify({
		segment: { target_tokens: ['Da', ' ', '😀', ' ', 'so'] },
		target_spans: [[2, 4]],
	});
	const text = [
		`${head}\tmetadata`,
		`${row('Da 😀 so')}\t${first}`,
		`${row('Da 😀 so')}\t{"target_spans":[[0,0]]}`,
	];
	expect(errorsOf(readSet(format('marot-tsv'), text.join('\n'))).map(({ spans }) => spans)).toEqual(
		[[{ side: 'target', start: 3, end: 7 }], [{ side: 'target', start: 0, end: 2 }]],
	);
});

test('whether an end is inclusive is decided by the quoted term', () => {
	const error = (term: string, startIndex: number, endIndex: number) => ({
		...{ term, startIndex, endIndex, severity: 'Minor' },
		...{ error_category: 'Accuracy', error_subcategory: 'Mistranslation' },
	});
	const record = {
		...{
			source: 's',
			target: '😀 the heart, the lung',
			SEG_ID: 1,
			MT_Engine: 'A',
			DOC_ID: 'd',
			Annotator_ID: 'r',
		},
		source_errors: [],
		target_errors: [
			error('heart', 6, 10),
			error('heart', 6, 11),
			error('heart', 7, 11),
			error('lung', 0, 1),
			error('the', 9, 9),
			error(' heart', 6, 10),
		],
	};
	const set = readSet(format('offset-json'), JSON.stringify([record]));
	expect(errorsOf(set).map(({ spans: [span] }) => span && [span.start, span.end])).toEqual([
		[6, 11],
		[6, 11],
		[6, 11],
		[17, 21],
		undefined,
		[6, 11],
	]);
	expect(set.remarks.map(({ message }) => message)).toEqual([
		'1 spans are read as code points, end exclusive, by their `term`.',
		'1 spans are read as UTF-16 units, end inclusive, by their `term`.',
		'1 spans are read as the quote alone, by their `term`.',
		'1 errors have a `term` that stands nowhere near; they are kept without a place.',
		'1 spans are read as white space apart, by their `term`.',
	]);
});

test('Label Studio counts UTF-16 units; code points are found by the words', () => {
	const region = (start: number, end: number) => ({
		...{ id: `${start}`, from_name: 'label', to_name: 'text', type: 'labels' },
		value: { start, end, text: 'bad', labels: ['Accuracy/Mistranslation'] },
	});
	const task = {
		data: { text: '😀 bad' },
		annotations: [{ completed_by: 3, result: [region(3, 6), region(2, 5)] }],
	};
	expect(
		errorsOf(readSet(format('label-studio'), JSON.stringify([task]))).map(({ spans }) => spans),
	).toEqual([[{ side: 'target', start: 2, end: 5 }], [{ side: 'target', start: 2, end: 5 }]]);
});

const hypothesis = {
	rows: [
		{
			...{
				id: 'x',
				user: 'acct:eva@hypothes.is',
				uri: 'https://example.org/',
				text: 'Not so.',
				tags: ['Style/Awkward', 'Minor'],
			},
			target: [
				{
					source: 'https://example.org/',
					selector: [
						{ type: 'TextPositionSelector', start: 3, end: 6 },
						{ type: 'TextQuoteSelector', exact: 'bad', prefix: '😀 ', suffix: ' end' },
					],
				},
			],
		},
	],
};

test('Hypothesis’ export is read with the text beside it, or as quotes with their context', () => {
	const json = JSON.stringify(hypothesis);
	const placed = readSet(format('web-annotation'), json, ['😀 bad end']);
	const quoted = readSet(format('web-annotation'), json);
	for (const set of [placed, quoted])
		expect(errorsOf(set)).toMatchObject([
			{
				...{
					category: 'Style/Awkward',
					severity: 'Minor',
					explanation: 'Not so.',
					type: 'style/awkward',
				},
				spans: [{ start: 2, end: 5 }],
			},
		]);
	expect(quoted.documents[0]?.segments[0]?.target).toBe('😀 bad end');
});

test('XLIFF of other tools is read, its issues local or standoff', () => {
	const text = `<?xml version="1.0"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:its="http://www.w3.org/2005/11/its" version="2.1" srcLang="de" trgLang="en">
<file id="f" original="letter.txt"><unit id="u1">
<its:locQualityIssues xml:id="lq1"><its:locQualityIssue locQualityIssueType="misspelling" locQualityIssueComment="c" locQualityIssueSeverity="50"/></its:locQualityIssues>
<segment><source>Haus &amp; Hof</source><target>The <mrk id="m1" type="its:generic" its:locQualityIssuesRef="#lq1">huose</mrk> <mrk id="m2" type="its:generic" its:locQualityIssueType="grammar">a</mrk></target></segment>
</unit></file></xliff>`;
	const set = readSet(format('xliff'), text);
	expect(set.documents[0]).toMatchObject({
		document: 'letter.txt',
		languages: { source: 'de', target: 'en' },
	});
	expect(errorsOf(set)).toMatchObject([
		{
			category: 'misspelling',
			severity: '50',
			level: 'major',
			explanation: 'c',
			spans: [{ start: 4, end: 9 }],
		},
		{ category: 'grammar', level: null, spans: [{ start: 10, end: 11 }] },
	]);
	expect(readSet(format('xliff'), '<xliff><file>').remarks[0]).toMatchObject({ stops: true });
});
