import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PackageFile } from '../src/exchange/package/source.ts';

/**
 * Write files as a folder and as a zip into `out`, each as a whole or not at all. A folder of the same name is
 * replaced if it has a file `mark`, by which it is known for what was written here before. Throws what the system
 * answers, and where something else stands in the folder's place.
 */
export function writeFolder(
	out: string,
	name: string,
	files: readonly PackageFile[],
	{ zip, mark }: { zip: Uint8Array; mark: string },
): { folder: string; zipFile: string } {
	const folder = join(out, name);
	const zipFile = join(out, `${name}.zip`);
	if (existsSync(folder) && !existsSync(join(folder, mark)))
		throw new Error(
			`${folder} is there and has no ${mark}, so it is something else. Move it away, or name another --out.`,
		);
	mkdirSync(out, { recursive: true });
	const temporary = mkdtempSync(join(out, '.folder-'));
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
