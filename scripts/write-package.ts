/**
 * Write the archive as a release package: a folder that is a BagIt bag, and the same as a zip.
 *
 *   npm run package [-- --out package]     exit 0: written · 1: the content has faults · 2: it could not be written
 *
 * The same content makes the same bytes on every machine and on every day. Captures are never attached: only
 * what lies in the content folder and may be distributed is in it.
 */
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { buildPackage } from '../src/exchange/package/build-package.ts';
import { identifyPackage } from '../src/exchange/package/identify-package.ts';
import { zipFiles } from '../src/exchange/package/zip-files.ts';
import { countOf } from './evidence/show.ts';
import { readPackageSource } from './package/read-source.ts';
import { writeFolder } from './write-folder.ts';

try {
	const { values } = parseArgs({ options: { out: { type: 'string', default: 'package' } } });
	const source = readPackageSource();
	const identity = identifyPackage(source);
	if (!identity) throw new Error('There is no article with a dated revision to make a package of.');
	const files = buildPackage(source, identity, (algorithm, bytes) =>
		createHash(algorithm).update(bytes).digest('hex'),
	);
	const name = `${identity.slug}-${identity.date}`;
	const { folder, zipFile } = writeFolder(values.out, name, files, {
		zip: zipFiles(files, name, identity.date),
		mark: 'bagit.txt',
	});
	console.log(
		`${folder}: ${countOf(source.articles.length, 'article')}, ${countOf(files.length, 'file')}.`,
	);
	console.log(zipFile);
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	console.error(`The package was not written. ${message}`);
	process.exit(2);
}
