/**
 * Check the content and build the site, which is replaced as a whole or not at all: where anything fails or the
 * build is killed, the site that was there stays.
 *
 *   npm run build -- [--out-dir dist]
 *
 * Exits with 1 where no site was built, with 2 where the command is not understood.
 */
import { parseArgs } from 'node:util';
import { findSiteFault } from '../src/model/public-address.ts';
import { buildSite } from './building/build-site.ts';
import { BuildFault, describeRefusal } from './building/fault.ts';

const options = readOptions();
if (!options) {
	console.error('Usage: npm run build [-- --out-dir dist]');
	process.exitCode = 2;
} else {
	try {
		const site = process.env['SITE_URL'];
		const fault = site && findSiteFault(site);
		if (fault) throw new BuildFault(fault);
		await buildSite(options['out-dir']);
		console.log(`The site is in ${options['out-dir']}.`);
	} catch (error) {
		report(error, options['out-dir']);
	}
}

function readOptions() {
	try {
		return parseArgs({ options: { 'out-dir': { type: 'string', default: 'dist' } } }).values;
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		return undefined;
	}
}

/** Say in one line what the reader can mend; a fault of the code is thrown on. */
function report(error: unknown, outDir: string): void {
	const refusal = describeRefusal(error);
	if (!(error instanceof BuildFault) && refusal === undefined) throw error;
	const reason = error instanceof BuildFault ? error.message : `${String(refusal)}.`;
	console.error([reason, `${outDir} is as it was.`].filter(Boolean).join(' '));
	process.exitCode = 1;
}
