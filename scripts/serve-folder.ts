import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/**
 * Make a request listener that serves a folder as any static host would, its 404.html included, and a file's
 * `.gz` in its place where there is one.
 */
export function serveFolder(folder: string): RequestListener {
	const serveFile = sirv(folder, { dev: true, gzip: true, extensions: ['html'] });
	const notFound = join(folder, '404.html');
	return (request, response) => {
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { Allow: 'GET, HEAD' }).end();
			return;
		}
		// Whole files are always right; a malformed range would end the server.
		delete request.headers.range;
		const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
		// A folder's page is at its address with a slash; relative links depend on it.
		if (/^(?:\/[\w-]+)+$/.test(path) && existsSync(join(folder, path, 'index.html'))) {
			response.writeHead(301, { Location: `${path}/` }).end();
			return;
		}
		serveFile(request, response, () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(existsSync(notFound) ? readFileSync(notFound) : 'Not found');
		});
	};
}

/**
 * Listen on every loopback address that the machine has, since `localhost` may mean any of them. Rejects
 * with EADDRINUSE where one of them is taken.
 */
export async function listenOnLoopback(listener: RequestListener, port: number): Promise<Server[]> {
	const servers: Server[] = [];
	for (const host of ['127.0.0.1', '::1']) {
		const server = createServer(listener);
		try {
			await new Promise<void>((resolve, reject) => {
				server.once('error', reject);
				server.listen(port, host, resolve);
			});
			servers.push(server);
		} catch (error) {
			if (host === '::1' && (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') continue;
			for (const opened of servers) opened.close();
			throw error;
		}
	}
	return servers;
}
