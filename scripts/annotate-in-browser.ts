import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { answerRequest, type Answer } from './editor/answer-request.ts';
import { judgeRequest } from './editor/judge-request.ts';

const PATH = '/__calque/editor/';
const MAX_REQUEST_BYTES = 256 * 1024;

/**
 * Let notes be written in the browser while the site is served for editing. Nothing of it is in a built site:
 * the script is injected and the requests are served by `npm run dev` alone, to pages of its own.
 */
export function annotateInBrowser(): AstroIntegration {
	const token = randomBytes(32).toString('hex');
	return {
		name: 'annotate-in-browser',
		hooks: {
			'astro:config:setup': ({ command, injectScript }) => {
				if (command !== 'dev') return;
				const script = fileURLToPath(new URL('../src/editor/start-editor.ts', import.meta.url));
				injectScript('page', `import ${JSON.stringify(script)};`);
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const path = request.url?.split('?', 1)[0] ?? '';
					if (!path.startsWith(PATH)) next();
					else void serve(request, response, path.slice(PATH.length), token);
				});
			},
		},
	};
}

async function serve(
	request: IncomingMessage,
	response: ServerResponse,
	action: string,
	token: string,
): Promise<void> {
	const { status, body } = await answer(request, action, token);
	response.writeHead(status, {
		'Content-Type': 'application/json; charset=utf-8',
		'Cache-Control': 'no-store',
		'X-Content-Type-Options': 'nosniff',
		'Cross-Origin-Resource-Policy': 'same-origin',
	});
	response.end(JSON.stringify(body));
}

/** A page learns the token by `session`, which asks for everything but the token. */
async function answer(request: IncomingMessage, action: string, token: string): Promise<Answer> {
	const { headers, method, socket } = request;
	const isSession = action === 'session';
	const given = headers['x-calque-token'];
	const refusal = judgeRequest(
		{
			method,
			remoteAddress: socket.remoteAddress,
			localPort: socket.localPort,
			host: headers.host,
			origin: headers.origin,
			fetchSite: headers['sec-fetch-site'],
			contentType: headers['content-type'],
			token: typeof given === 'string' ? given : undefined,
		},
		isSession ? undefined : token,
	);
	if (refusal) return { status: refusal.status, body: { reason: refusal.reason } };
	if (isSession) return { status: 200, body: { token } };
	if (action !== 'open' && action !== 'change')
		return { status: 404, body: { reason: 'There is no such request.' } };
	try {
		const text = await readText(request);
		if (text === undefined) return { status: 413, body: { reason: 'The request is too large.' } };
		return answerRequest(action, JSON.parse(text));
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return { status: error instanceof SyntaxError ? 400 : 500, body: { reason } };
	}
}

async function readText(request: IncomingMessage): Promise<string | undefined> {
	const parts: Buffer[] = [];
	let bytes = 0;
	for await (const part of request as AsyncIterable<Buffer>) {
		bytes += part.length;
		if (bytes > MAX_REQUEST_BYTES) return undefined;
		parts.push(part);
	}
	return Buffer.concat(parts).toString('utf8');
}
