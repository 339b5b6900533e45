import { describe, expect, test } from 'vitest';
import { chunksOf } from '../../../scripts/portable/index-chunks.ts';

const bytes = new Uint8Array([31, 139, 0, 255]);
const index = new Map<string, Uint8Array>([
	['pagefind.js', bytes],
	['pagefind-entry.json', new TextEncoder().encode('{"version":"1.6.0"}')],
	['pagefind.unknown_a6.pf_meta', bytes],
	['wasm.unknown.pagefind', bytes],
	['index/unknown_cb.pf_index', bytes],
	['texts/d3e5.packed', bytes],
	['texts/directory.packed', bytes],
]);

describe('the scripts of an index', () => {
	test('hand over each file but what Pagefind alone reads', () => {
		const chunks = chunksOf(index);
		expect(chunks.size).toBe(3);
		expect(chunks.get('chunks/index__unknown_cb.pf_index.js')).toBe(
			'calqueChunk("index/unknown_cb.pf_index","H4sA/w==")\n',
		);
	});

	test.each(['fragment/unknown_x.pf_fragment', 'pagefind.ru_a.pf_meta', 'new.bin'])(
		'are refused where the index has a file that is not known: %s',
		(path) => {
			expect(() => chunksOf(new Map([...index, [path, bytes]]))).toThrow(
				`pagefind/${path} is no file of an index that the portable edition knows.`,
			);
		},
	);

	test.each([...index.keys()].filter((path) => path.includes('/')))(
		'are refused where the index lacks %s',
		(path) => {
			const less = new Map(index);
			less.delete(path);
			expect(() => chunksOf(less)).toThrow('which the portable edition needs');
		},
	);
});
