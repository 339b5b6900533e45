import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveFolder } from '../../scripts/serve-folder.ts';
import { makeFolder } from '../build-site.ts';

/** Where a reader may have the site; `open` tells its address, with a last slash. */
export type Place = { name: string; open(): Promise<OpenPlace> };
export type OpenPlace = { site: string; close(): void };

/** The edition that is opened from a disk, where it was made. */
const PORTABLE = 'portable';

export const rootOfHost: Place = { name: 'at the root of a host', open: () => serveIn('') };

export const places: Place[] = [
	rootOfHost,
	{ name: 'in a folder of a host', open: () => serveIn('x/y') },
	...(existsSync(PORTABLE)
		? [{ name: 'in a folder of files', open: () => Promise.resolve(layFiles()) }]
		: []),
];

/** Serve the built site in `folder`, `''` for the root, on a port that the system finds. */
async function serveIn(folder: string): Promise<OpenPlace> {
	const root = makeFolder('place');
	const site = join(root, 'host', folder);
	mkdirSync(dirname(site), { recursive: true });
	symlinkSync(resolve('dist'), site);
	const server = createServer(serveFolder(join(root, 'host')));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		site: `http://127.0.0.1:${port}/${folder && `${folder}/`}`,
		close: () => {
			server.closeAllConnections();
			server.close();
			rmSync(root, { recursive: true });
		},
	};
}

/** Copy the edition into a folder as a reader may name one: with spaces, and letters that an address encodes. */
function layFiles(): OpenPlace {
	const root = makeFolder('files');
	const folder = join(root, 'архив Calque 2026');
	cpSync(PORTABLE, folder, { recursive: true });
	return {
		site: `${pathToFileURL(folder).href}/`,
		close: () => rmSync(root, { recursive: true }),
	};
}
