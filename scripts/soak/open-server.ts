import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** A server in a process of its own, which can be killed and started again at the same address. */
export type SoakServer = {
	/** With a slash at its end. */
	url: string;
	isUp: () => boolean;
	start: () => Promise<void>;
	/** End its process at once, whatever it is doing. */
	kill: () => Promise<void>;
};

/** Make a server of a built site on a free port; it is not started. */
export async function openServer(dist: string): Promise<SoakServer> {
	const port = await findPort();
	const url = `http://localhost:${port}/`;
	let running: ChildProcess | undefined;
	return {
		url,
		isUp: () => running !== undefined,
		start: async () => {
			if (running) return;
			const command = ['scripts/serve.ts', '--port', String(port), '--dist', dist];
			running = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] });
			if (!running.stdout) throw new Error('The server tells nothing.');
			for await (const line of createInterface(running.stdout)) {
				if (line.includes(url)) return;
				break;
			}
			throw new Error(`The server did not start at ${url}.`);
		},
		kill: async () => {
			if (!running) return;
			const ended = once(running, 'exit');
			running.kill('SIGKILL');
			running = undefined;
			await ended;
		},
	};
}

async function findPort(): Promise<number> {
	const probe = createServer();
	probe.listen(0, '127.0.0.1');
	await once(probe, 'listening');
	const address = probe.address();
	probe.close();
	await once(probe, 'close');
	if (address === null || typeof address === 'string') throw new Error('There is no free port.');
	return address.port;
}
