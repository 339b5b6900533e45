import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIRECTORY_FILE, openIndex } from '../../../src/search/open-index.ts';
import { placeAt } from '../../../src/search/read-words.ts';

const pack = (value: unknown) => new Uint8Array(gzipSync(JSON.stringify(value)));
const files: Record<string, Uint8Array<ArrayBuffer>> = {
	[DIRECTORY_FILE]: pack({
		files: ['texts/known.packed', 'texts/lost.packed'],
		articles: { counts: [1, 1], passages: [[1, 3]] },
		chunks: ['a$', 'k$', 'q$', 's$', 'v$'],
		chunkFiles: ['1.pf_index', '2.pf_index', '3.pf_index', '4.pf_index', '5.pf_index'],
		common: ['the'],
	}),
	'texts/known.packed': pack({ known: [] }),
};
const asked: string[] = [];
const index = openIndex((path) => {
	asked.push(path);
	const file = files[path];
	return file ? Promise.resolve(file) : Promise.reject(new Error(`${path} is not there.`));
});

test('a text that cannot be read is told by its passages', async () => {
	const places = [placeAt(0, 0), placeAt(1, 0), placeAt(1, 2)];
	await expect(index.openTexts(places.slice(0, 1))).resolves.toMatchObject({ missingPassages: 0 });
	await expect(index.openTexts(places)).resolves.toMatchObject({ missingPassages: 2 });
});

test('a word is looked for in the one file that may hold it, and what begins so in all of them', async () => {
	const filesAsked = async (term: string, isBeginning: boolean) => {
		asked.length = 0;
		const places = await index.findPlaces(term, isBeginning);
		return { places, asked: asked.map((path) => path.replace('index/', '').slice(0, 1)) };
	};
	expect(await filesAsked('lock', false)).toEqual({ places: [], asked: ['2'] });
	expect(await filesAsked('a', false)).toEqual({ places: [], asked: ['1'] });
	expect(await filesAsked('0', false)).toEqual({ places: [], asked: ['1'] });
	expect(await filesAsked('q', true)).toEqual({ places: [], asked: ['2', '3'] });
	// What is all over, and a beginning of too many, are not looked up.
	expect(await filesAsked('the', false)).toEqual({ places: undefined, asked: [] });
	expect(await filesAsked('', true)).toEqual({ places: undefined, asked: [] });
});
