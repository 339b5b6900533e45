import { zipSync, type Zippable } from 'fflate';
import { comparePaths, type PackageFile } from './source.ts';

/** A regular file that its owner may write and everybody read, as ZIP keeps Unix permissions. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;
const UNIX = 3;

/**
 * Zip files under `folder`, all with the same permissions and dated noon of `date`, sorted by path: the same
 * files make the same bytes anywhere.
 */
export function zipFiles(files: readonly PackageFile[], folder: string, date: string): Uint8Array {
	const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
	// ZIP dates have no zone, and fflate writes the parts that the date has in the zone of the machine. Noon is
	// there in every zone on every day. ZIP knows no year before 1980.
	const mtime = new Date(Math.max(year, 1980), month - 1, day, 12);
	const entries: Zippable = {};
	for (const { path, bytes } of files.toSorted(comparePaths))
		entries[`${folder}/${path}`] = [bytes, { level: 9, mtime, os: UNIX, attrs: ATTRIBUTES }];
	return zipSync(entries);
}
