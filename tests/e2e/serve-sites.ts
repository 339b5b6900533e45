import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { listenOnLoopback, serveFolder } from '../../scripts/serve-folder.ts';
import { buildSite, fixtures, layArchive, makeFolder } from '../build-site.ts';

/**
 * Serve the archive's own site, from dist, and that of the test archive, which has captures and a hostile
 * article. Their addresses reach the tests as ARCHIVE_URL and FIXTURE_URL.
 */
export default async function serveSites(): Promise<() => void> {
	if (!existsSync('dist/index.html')) throw new Error('There is no built site. Run: npm run build');
	const outDir = makeFolder('site');
	buildSite(
		layArchive(fixtures.archive, fixtures.hostile, fixtures.secondTranslation),
		fixtures.captures,
		outDir,
	);
	const servers: Server[] = [];
	for (const [name, folder, firstPort] of [
		['ARCHIVE_URL', 'dist', 4510],
		['FIXTURE_URL', outDir, 4610],
	] as const) {
		for (let port = firstPort; ; port++) {
			try {
				servers.push(...(await listenOnLoopback(serveFolder(folder), port)));
				process.env[name] = `http://localhost:${port}`;
				break;
			} catch (error) {
				if (port > firstPort + 50) throw error;
			}
		}
	}
	return () => {
		for (const server of servers) server.close();
	};
}
