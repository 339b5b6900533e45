import { comparePaths, textFile, type PackageFile } from './source.ts';

/** Hash bytes to lower-case hexadecimal. */
export type Hash = (algorithm: 'sha256' | 'sha512', bytes: Uint8Array) => string;

const algorithms = ['sha256', 'sha512'] as const;

/**
 * Make a BagIt 1.0 bag: `payload` are the files under `data/`, `tags` those beside it. Returns all of them with
 * the bag's own files, sorted by path; `sha256sum -c manifest-sha256.txt` checks the payload. Throws where
 * a path is one that a manifest cannot hold.
 */
export function makeBag(
	payload: readonly PackageFile[],
	tags: readonly PackageFile[],
	info: readonly (readonly [label: string, value: string])[],
	hash: Hash,
): PackageFile[] {
	for (const { path } of [...payload, ...tags])
		if (/[\r\n%\\]/.test(path))
			throw new Error(`A bag cannot hold a file named ${JSON.stringify(path)}.`);
	const oxum = `${payload.reduce((sum, { bytes }) => sum + bytes.length, 0)}.${payload.length}`;
	const manifestOf = (files: readonly PackageFile[], name: string) =>
		algorithms.map((algorithm) =>
			textFile(
				`${name}-${algorithm}.txt`,
				files
					.toSorted(comparePaths)
					.map(({ path, bytes }) => `${hash(algorithm, bytes)}  ${path}\n`)
					.join(''),
			),
		);
	const tagFiles = [
		...tags,
		textFile('bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'),
		textFile(
			'bag-info.txt',
			[...info, ['Payload-Oxum', oxum] as const]
				.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`)
				.join(''),
		),
		...manifestOf(payload, 'manifest'),
	];
	return [...payload, ...tagFiles, ...manifestOf(tagFiles, 'tagmanifest')].sort(comparePaths);
}
