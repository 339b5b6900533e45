import type { ChangeAnswer, ChangeRequest, OpenedArticle } from './messages.ts';

/** What the server refused altogether, in its own words. */
export type Refusal = { kind: 'failed'; reason: string };

/** The development server as the editor knows it. */
export type EditorServer = {
	open: (article: number) => Promise<OpenedArticle | Refusal>;
	change: (request: ChangeRequest) => Promise<ChangeAnswer | Refusal>;
};

/** Learn the token of the server that gave the page; nothing where it does not let this page edit. */
export async function connect(): Promise<EditorServer | undefined> {
	const session = (await post('session', {}, '')) as { token?: string };
	const { token } = session;
	if (token === undefined) return undefined;
	return {
		open: async (article) => (await post('open', { article }, token)) as OpenedArticle | Refusal,
		change: async (request) => (await post('change', request, token)) as ChangeAnswer | Refusal,
	};
}

async function post(action: string, message: object, token: string): Promise<object> {
	try {
		const response = await fetch(`/__calque/editor/${action}`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json', 'X-Calque-Token': token },
			body: JSON.stringify(message),
		});
		const answer = (await response.json()) as { kind?: string; reason?: string };
		if (response.ok || answer.kind !== undefined) return answer;
		return { kind: 'failed', reason: answer.reason ?? `The server answers ${response.status}.` };
	} catch {
		return { kind: 'failed', reason: 'The server does not answer. Is npm run dev still running?' };
	}
}
