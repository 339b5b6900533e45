import { publicAddress } from '../../model/public-address.ts';
import { findRights } from '../../model/rights.ts';
import { describeFormat } from './describe-format.ts';
import {
	identifyArchive,
	type PackageFile,
	type PackageIdentity,
	type PackageSource,
} from './source.ts';
import { listTables } from './tables.ts';

const TABLE = /^data\/([a-z-]+)\.csv$/;

/**
 * Describe a package as a Frictionless Data Package, version 2: its CSV tables with their fields and keys, and
 * every other file of the payload by its path and format. `hash` gives a file's SHA-256 in hexadecimal.
 */
export function describeDataPackage(
	source: PackageSource,
	{ slug, date }: PackageIdentity,
	payload: readonly PackageFile[],
	hash: (file: PackageFile) => string,
) {
	const { archive } = source;
	const tables = new Map(listTables(source).map((table) => [table.name, table]));
	const homepage = publicAddress('/', archive.site);
	return {
		$schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
		name: slug,
		id: identifyArchive(archive),
		title: archive.title,
		description: archive.summary,
		...(homepage === undefined ? {} : { homepage }),
		version: date,
		created: `${date}T00:00:00Z`,
		licenses: [describeLicence(archive.licences.data)],
		contributors: [
			{ title: archive.editors, roles: ['creator'] },
			{ title: archive.publisher, roles: ['publisher'] },
		],
		resources: payload.map((file) => {
			const [, tableName] = TABLE.exec(file.path) ?? [];
			const table = tables.get(tableName ?? '');
			const { format, mediatype } = describeFormat(file.path);
			return {
				name: table?.name ?? nameOf(file.path),
				path: file.path,
				...(table ? { type: 'table' } : {}),
				...(table ? { title: table.title } : {}),
				format,
				mediatype,
				...(mediatype.startsWith('text/') || format.startsWith('json') || format === 'xml'
					? { encoding: 'utf-8' }
					: {}),
				bytes: file.bytes.length,
				hash: `sha256:${hash(file)}`,
				...(table
					? {
							schema: {
								$schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
								fields: table.fields,
								missingValues: [''],
								primaryKey: table.primaryKey,
								...(table.foreignKeys.length > 0 ? { foreignKeys: table.foreignKeys } : {}),
							},
						}
					: {}),
			};
		}),
	};
}

function describeLicence(id: string) {
	const rights = findRights(id);
	if (!rights) return { name: id };
	const isUri = id.includes('/');
	return { ...(isUri ? {} : { name: id }), path: rights.url, title: rights.label };
}

/** Name a resource by its path: lower-case, with nothing in it that a name may not have. */
function nameOf(path: string): string {
	return path
		.slice('data/'.length)
		.toLowerCase()
		.replaceAll('/', '.')
		.replace(/[^a-z0-9._-]/g, '_');
}
