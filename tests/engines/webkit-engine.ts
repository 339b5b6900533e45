import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { globSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { makeFolder } from '../build-site.ts';
import { complaintsOfRequest, findProgram, type Engine, type Session } from './engine.ts';
import { connectInspector, type Inspector } from './webkit-inspector.ts';

/**
 * WebKit as WebKitGTK's MiniBrowser has it, on a screen that nobody sees. It is driven by the protocol of the
 * Web Inspector, which tells of the console and of every request from the first byte of a page on; WebDriver
 * does neither in WebKitGTK 2.50.
 */
export const webkit: Engine = {
	name: 'WebKit',
	packages: ['webkit2gtk-driver', 'xvfb'],
	isInstalled: () => findMiniBrowser() !== undefined && findProgram('Xvfb') !== undefined,
	open: openMiniBrowser,
};

/** WebKitGTK is built without manifests of web apps and does not know their directive; Safari does. */
const unknownDirective = /^Unrecognized Content-Security-Policy directive 'manifest-src'\.\s*$/;

function findMiniBrowser(): string | undefined {
	return globSync('/usr/{lib,lib/*,libexec}/webkit2gtk-4.1/MiniBrowser')[0];
}

async function openMiniBrowser(site: string): Promise<Session> {
	const home = makeFolder('webkit');
	const programs: ChildProcess[] = [];
	const close = async () => {
		await Promise.all(programs.toReversed().map(endProgram));
		rmSync(home, { recursive: true, force: true, maxRetries: 5 });
	};
	try {
		const screen = startScreen();
		programs.push(screen);
		const display = await readDisplay(screen);
		const port = await findFreePort();
		// The browser that answers must be this one: a port can be taken between being found and being used.
		const token = randomUUID();
		// Only from a file does a page lead to files.
		const begin = join(home, 'begin.html');
		writeFileSync(begin, `<title>${token}</title>`);
		programs.push(
			spawn(findMiniBrowser() ?? '', ['--enable-developer-extras=true', begin], {
				stdio: 'ignore',
				env: {
					PATH: process.env['PATH'],
					HOME: home,
					XDG_RUNTIME_DIR: home,
					DISPLAY: display,
					WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}`,
					// A desktop’s bus would join it to a browser that is open already.
					DBUS_SESSION_BUS_ADDRESS: 'disabled:',
				},
			}),
		);
		const inspector = await connectInspector(`127.0.0.1:${port}`, token);
		return { ...watchPage(inspector, site), close };
	} catch (error) {
		await close();
		throw error;
	}
}

type Logged = { level: string; text: string; url?: string };
type Evaluated = {
	result: { objectId?: string; value?: unknown; description?: string };
	wasThrown?: boolean;
};

function watchPage(inspector: Inspector, site: string): Omit<Session, 'close'> {
	const complaints: string[] = [];
	inspector.on<{ message: Logged }>('Console.messageAdded', ({ message: { level, text, url } }) => {
		if (['error', 'warning'].includes(level) && !unknownDirective.test(text))
			complaints.push(`console: ${text} ${url ?? ''}`);
	});
	inspector.on<{ request: { url: string } }>('Network.requestWillBeSent', ({ request }) => {
		complaints.push(...complaintsOfRequest(request.url, site));
	});
	return {
		goto: async (address) => {
			const loaded = inspector.next('Page.loadEventFired');
			await inspector.send('Page.navigate', { url: address });
			await loaded;
		},
		evaluate: async (run, ...given) => {
			const expression = `(async () => (${run})(...${JSON.stringify(given)}))()`;
			const { result: promise } = await inspector.send<Evaluated>('Runtime.evaluate', {
				expression,
			});
			const { result, wasThrown } = await inspector.send<Evaluated>('Runtime.awaitPromise', {
				promiseObjectId: promise.objectId,
				returnByValue: true,
			});
			if (wasThrown) throw new Error(result.description);
			return result.value as never;
		},
		complaints: () => complaints,
	};
}

function startScreen(): ChildProcess {
	return spawn(
		'Xvfb',
		['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp', '-noreset'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
	);
}

/** Xvfb finds a free display by itself and writes its number once it can be used. */
async function readDisplay(screen: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let told = '';
		screen.once('error', reject);
		screen.once('exit', () => reject(new Error('Xvfb does not start.')));
		(screen.stdio[3] as Readable).on('data', (text) => {
			told += String(text);
			if (told.endsWith('\n')) resolve(`:${told.trim()}`);
		});
	});
}

async function findFreePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});
}

/** End a program, by force where it does not go. WebKit's other processes go with the one that began them. */
async function endProgram(program: ChildProcess): Promise<void> {
	if (program.exitCode !== null || program.signalCode !== null) return;
	const ended = new Promise((resolve) => program.once('exit', resolve));
	program.kill();
	const force = setTimeout(() => program.kill('SIGKILL'), 5000);
	await ended;
	clearTimeout(force);
}
