import { setTimeout as wait } from 'node:timers/promises';
import { PATIENCE } from './engine.ts';

/**
 * A connection to the page of a WebKitGTK browser that was started with WEBKIT_INSPECTOR_HTTP_SERVER. Messages
 * to and from the page travel inside messages to and from the browser, each naming the page as its target; a
 * page that moves to another site may get another target.
 */
export type Inspector = {
	// The protocol’s messages have a shape of their own each; who sends or hears one says what it needs of it.
	send<Answer>(method: string, parameters?: object): Promise<Answer>;
	on<Told>(event: string, hear: (told: Told) => void): void;
	/** Resolves with the next event of that name. */
	next(event: string): Promise<void>;
};

type Message = { id?: number; method?: string; params?: unknown } & (
	{ result: unknown } | { error: { message: string } }
);

type Target = { targetId: string; type: string; isProvisional?: boolean };

/** Connect to the page whose title is `title`, once the browser at `host` shows it. */
export async function connectInspector(host: string, title: string): Promise<Inspector> {
	const socket = new WebSocket(`ws://${host}/${await findPage(host, title)}`);
	const listeners = new Map<string, ((told: never) => void)[]>();
	const waiting = new Map<number, (message: Message) => void>();
	let lastId = 0;
	let target = '';
	const on: Inspector['on'] = (event, hear) => {
		listeners.set(event, [...(listeners.get(event) ?? []), hear]);
	};
	const tell = (message: Message) => {
		if (message.id !== undefined) waiting.get(message.id)?.(message);
		for (const hear of listeners.get(message.method ?? '') ?? []) hear(message.params as never);
	};
	const next: Inspector['next'] = (event) =>
		within(event, new Promise<void>((resolve) => on(event, () => resolve())));
	const sendTo = async <Answer>(targetId: string, method: string, params: object = {}) => {
		const id = ++lastId;
		const answer = new Promise<Message>((resolve) => waiting.set(id, resolve));
		const message = JSON.stringify({ id, method, params });
		socket.send(
			JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: { targetId, message } }),
		);
		const answered = await within(method, answer);
		waiting.delete(id);
		if ('error' in answered) throw new Error(`${method}: ${answered.error.message}`);
		return answered.result as Answer;
	};
	on<{ message: string }>('Target.dispatchMessageFromTarget', ({ message }) => {
		tell(JSON.parse(message) as Message);
	});
	socket.onmessage = ({ data }) => {
		const message = JSON.parse(String(data)) as Message;
		// That a message was passed on is no answer to it.
		if (message.method !== undefined) tell(message);
	};
	const ready = new Promise<void>((resolve, reject) => {
		on<{ targetInfo: Target }>('Target.targetCreated', async ({ targetInfo }) => {
			if (targetInfo.type !== 'page') return;
			if (!targetInfo.isProvisional) target = targetInfo.targetId;
			try {
				for (const domain of ['Page', 'Runtime', 'Console', 'Network'])
					await sendTo(targetInfo.targetId, `${domain}.enable`);
				resolve();
			} catch (error) {
				reject(error);
			}
		});
	});
	on<{ newTargetId: string }>('Target.didCommitProvisionalTarget', ({ newTargetId }) => {
		target = newTargetId;
	});
	await within('the page', ready);
	return { send: (method, parameters) => sendTo(target, method, parameters), on, next };
}

/** The browser lists its pages as HTML, with the address of each one's socket behind its title. */
async function findPage(host: string, title: string): Promise<string> {
	for (const start = Date.now(); Date.now() - start < PATIENCE; await wait(50)) {
		const list = await fetch(`http://${host}/`).then(
			(response) => response.text(),
			() => '',
		);
		const [, path] = new RegExp(`${title}[^]*?/(socket/[\\w/]+)`).exec(list) ?? [];
		if (path !== undefined) return path;
	}
	throw new Error('WebKit does not start.');
}

async function within<Result>(what: string, promise: Promise<Result>): Promise<Result> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`WebKit does not answer: ${what}`)), PATIENCE);
	});
	return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
