import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { serveFolder } from '../../scripts/serve-folder.ts';
import { layPortable, makeFolder } from '../build-site.ts';
import type { Session } from './engine.ts';

/** Where a reader may have the site; `open` tells its address, with a last slash. */
export type Place = { name: string; open(): Promise<OpenPlace> };
export type OpenPlace = {
	site: string;
	/** What is done in the browser before anything is asked. */
	prepare?(session: Session): Promise<void>;
	close(): void;
};

export const rootOfHost: Place = { name: 'at the root of a host', open: () => serveIn('') };

export const places: Place[] = [
	rootOfHost,
	{ name: 'in a folder of a host', open: () => serveIn('x/y') },
	{ name: 'in a folder of files', open: () => Promise.resolve(openFiles()) },
];

/** Only Chromium keeps a service worker for a page that is driven. */
export const installedApp: Place = {
	name: 'installed, its server killed',
	open: () => install(4990),
};

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

function openFiles(): OpenPlace {
	const folder = layPortable();
	return {
		site: `${pathToFileURL(folder).href}/`,
		close: () => rmSync(dirname(folder), { recursive: true }),
	};
}

/** Serve the site by a process of its own, have it installed, and kill that process. */
async function install(port: number): Promise<OpenPlace> {
	const server = spawn(process.execPath, ['scripts/serve.ts', '--port', String(port)], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const site = await new Promise<string>((resolve, reject) => {
		server.stdout.on('data', (said) => {
			const [address] = /http:\S+/.exec(String(said)) ?? [];
			if (address) resolve(address);
		});
		server.on('exit', () => reject(new Error('The site is not served.')));
	});
	return {
		site,
		prepare: async (session) => {
			await session.goto(site);
			await session.evaluate(async () => {
				const { active } = await navigator.serviceWorker.ready;
				while (active?.state !== 'activated') await new Promise((later) => setTimeout(later, 50));
			});
			server.kill('SIGKILL');
			await new Promise((ended) => server.on('exit', ended));
		},
		close: () => server.kill('SIGKILL'),
	};
}
