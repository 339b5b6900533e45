/**
 * Serve the built site on this machine.
 *
 *   node scripts/serve.ts [--port 4321] [--dist dist]
 *
 * Takes the next free port where the asked one is in use, and says so.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { repairSite } from './building/site-folder.ts';
import { listenOnLoopback, serveFolder } from './serve-folder.ts';

const values = parseOptions();
const firstPort = Number(values.port);
repairSite(values.dist);
if (!existsSync(values.dist)) fail(`There is no built site in ${values.dist}. Run: npm run build`);
if (!Number.isInteger(firstPort) || firstPort < 1 || firstPort > 65_435)
	fail(`--port takes a number from 1 to 65435, not ${values.port}.`);

for (let port = firstPort; ; port++) {
	try {
		await listenOnLoopback(serveFolder(values.dist), port);
		if (port !== firstPort)
			console.log(`Port ${firstPort} is in use; the next free one is ${port}.`);
		console.log(`The archive is at http://localhost:${port}/ (Ctrl+C ends it).`);
		break;
	} catch (error) {
		const { code, message } = error as NodeJS.ErrnoException;
		if (code !== 'EADDRINUSE' || port === firstPort + 100)
			fail(`Cannot serve on port ${port}: ${message}`);
	}
}

function parseOptions(): { port: string; dist: string } {
	const options = {
		port: { type: 'string', default: '4321' },
		dist: { type: 'string', default: 'dist' },
	} as const;
	try {
		return parseArgs({ options }).values;
	} catch (error) {
		fail(error instanceof Error ? error.message : String(error));
	}
}

function fail(message: string): never {
	console.error(message);
	process.exit(1);
}
