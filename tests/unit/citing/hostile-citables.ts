import fc from 'fast-check';
import type { Citable } from '../../../src/citing/citable.ts';
import { hostileText } from '../generators.ts';
import { sampleOutlet, sampleRecord } from '../samples.ts';
import { sampleCitable } from './citables.ts';

const pieces = [
	...['{', '}', '{{', '}}', '\\', '\\{', '%', '$', '#', '_', '~', '^', '|', '`', '``', "''", '"'],
	...[
		'--',
		'---',
		'[[',
		']]',
		'=',
		'\n',
		'\r\nER  - \r\nTY  - JOUR\r\n',
		'@article{x,',
		'\\input{x}',
	],
	...[
		'<i>',
		'</i>',
		'<b>',
		'<sc>',
		'<span class="nocase">',
		'</span>',
		'<ref>',
		'-->',
		'&amp;',
		'~~~~',
	],
	...[
		'שלום',
		'سلام',
		'\u202e',
		'Телеграм',
		'👩‍💻',
		'é',
		'ß',
		' and ',
		', ',
		' others',
		': ',
		'. ',
		'!',
	],
	...['a', 'b', ' lock ', '7', ' the '],
];

/** Text that every format of citation has to keep as it is; it says something. */
export const hostileWords = fc
	.oneof(
		{
			weight: 3,
			arbitrary: fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join('')),
		},
		{ weight: 1, arbitrary: hostileText },
	)
	// A byte of NUL and private characters are refused by the check of the content.
	.map((text) => `${text.replace(/[\0\p{Co}\p{Cn}\p{Cs}]/gu, '')}x`);

/** A citable whose title, original title, names and engine are hostile. */
export const hostileCitable: fc.Arbitrary<Citable> = fc
	.record({
		title: hostileWords,
		original: hostileWords,
		family: hostileWords,
		given: hostileWords,
		name: hostileWords,
		outlet: hostileWords,
		engine: hostileWords,
	})
	.map(({ title, original, family, given, name, outlet, engine }) =>
		sampleCitable(
			{
				title: { captured: title, supplied: 'x', original },
				authors: [{ family, given }, { name }],
				engine: { ...sampleRecord.engine, name: engine, version: '1.0' },
			},
			{ outlet: { ...sampleOutlet, name: outlet } },
		),
	);
