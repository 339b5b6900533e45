import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { DIRECTORY_FILE, openIndex } from '../../../src/search/open-index.ts';

const pack = (value: unknown) => new Uint8Array(gzipSync(JSON.stringify(value)));
const files: Record<string, Uint8Array<ArrayBuffer>> = {
	[DIRECTORY_FILE]: pack({ files: ['texts/known.packed'] }),
	'texts/known.packed': pack({ known: [] }),
};
const index = openIndex({ search: () => Promise.resolve({ results: [] }) }, (path) =>
	Promise.resolve(files[path] ?? new Uint8Array()),
);

test('a page that the texts do not know is of another edition, not one that holds nothing', async () => {
	await expect(index.openTexts(['known 0'])).resolves.toMatchObject({ missingPassages: 0 });
	await expect(index.openTexts(['known 0', 'unknown 0'])).rejects.toThrow('two editions');
});
