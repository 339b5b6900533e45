import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { copyProject } from '../build-site.ts';

export type EditorServer = { address: string; stop: () => void };

/** Serve an archive for editing, from a copy of the project, on a free port of the loopback. */
export async function serveForEditing(content: string, captures: string): Promise<EditorServer> {
	const project = copyProject();
	// The server gives no file from outside of its project, and a link to one is outside.
	const faces = join(project, 'node_modules/@fontsource');
	rmSync(faces);
	cpSync('node_modules/@fontsource', faces, { recursive: true });
	const port = await findFreePort();
	const server = spawn(
		process.execPath,
		['node_modules/astro/bin/astro.mjs', 'dev', '--host', 'localhost', '--port', String(port)],
		{
			cwd: project,
			env: {
				PATH: process.env['PATH'],
				HOME: process.env['HOME'],
				CALQUE_CONTENT: content,
				CALQUE_CAPTURES: captures,
			},
			stdio: ['ignore', 'pipe', 'pipe'],
		},
	);
	let said = '';
	for (const stream of [server.stdout, server.stderr])
		stream.on('data', (part: Buffer) => {
			said += part.toString();
		});
	const address = `http://localhost:${port}`;
	const stop = () => {
		server.kill();
		rmSync(project, { recursive: true, force: true });
	};
	for (let tries = 0; tries < 240; tries++) {
		if (server.exitCode !== null) break;
		try {
			const { ok } = await fetch(`${address}/a/1/`);
			if (ok) return { address, stop };
		} catch {
			// It does not listen yet.
		}
		await new Promise((resolve) => setTimeout(resolve, 250));
	}
	stop();
	throw new Error(`The development server does not serve an article.\n${said}`);
}

function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, 'localhost', () => {
			const address = probe.address();
			probe.close(() => {
				resolve(typeof address === 'object' && address ? address.port : 0);
			});
		});
	});
}
