import { findSiteFault } from '../../src/model/public-address.ts';
import { BuildFault, describeRefusal } from './fault.ts';

/**
 * Run a command that replaces a folder. Says in one line what the reader can mend, and that the folder is as it was;
 * a fault of the code is thrown on.
 */
export async function runCommand(outDir: string, command: () => Promise<void>): Promise<void> {
	try {
		const site = process.env['SITE_URL'];
		const fault = site && findSiteFault(site);
		if (fault) throw new BuildFault(fault);
		await command();
	} catch (error) {
		const refusal = describeRefusal(error);
		if (!(error instanceof BuildFault) && refusal === undefined) throw error;
		const reason = error instanceof BuildFault ? error.message : `${String(refusal)}.`;
		console.error([reason, `${outDir} is as it was.`].filter(Boolean).join(' '));
		process.exitCode = 1;
	}
}

/** Say that a command was not understood, and how it is used. */
export function failUsage(reason: string, usage: string): void {
	console.error(`${reason}\n${usage}`);
	process.exitCode = 2;
}
