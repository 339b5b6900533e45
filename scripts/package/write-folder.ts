import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageFile } from '../../src/exchange/package/source.ts';

/**
 * Write a package's folder and its zip into `out`, each as a whole or not at all. A package of the same name is
 * replaced. Throws what the system answers, and where something else stands in the folder's place.
 */
export function writePackage(
	out: string,
	name: string,
	files: readonly PackageFile[],
	zip: Uint8Array,
): { folder: string; zipFile: string } {
	const folder = join(out, name);
	const zipFile = join(out, `${name}.zip`);
	if (existsSync(folder) && !existsSync(join(folder, 'bagit.txt')))
		throw new Error(`${folder} is there and is no package. Move it away, or name another --out.`);
	mkdirSync(out, { recursive: true });
	const temporary = mkdtempSync(join(out, '.package-'));
	try {
		for (const { path, bytes } of files) {
			const file = join(temporary, 'folder', path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, bytes);
		}
		writeFileSync(join(temporary, 'zip'), zip);
		rmSync(folder, { recursive: true, force: true });
		renameSync(join(temporary, 'folder'), folder);
		renameSync(join(temporary, 'zip'), zipFile);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
	return { folder, zipFile };
}
