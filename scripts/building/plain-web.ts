/**
 * Stand-ins for the web's `Headers`, `Request` and `Response` in a process that renders pages and does nothing else with
 * them: Node's own make streams, signals and copies of every page, which took a sixth of the time of rendering. They
 * have what Astro and the endpoints of the site use, and no more: a body is a text or bytes, as it was given.
 */
export type Body = string | Uint8Array | null;

/** Names of headers are the same in capitals and not. */
export class PlainHeaders {
	readonly #values = new Map<string, string>();

	constructor(entries?: Iterable<readonly [string, string]> | { [name: string]: string }) {
		if (entries === undefined) return;
		const pairs = Symbol.iterator in entries ? entries : Object.entries(entries);
		for (const [name, value] of pairs) this.append(name, value);
	}

	get(name: string): string | null {
		return this.#values.get(name.toLowerCase()) ?? null;
	}

	has(name: string): boolean {
		return this.#values.has(name.toLowerCase());
	}

	set(name: string, value: string): void {
		this.#values.set(name.toLowerCase(), value);
	}

	append(name: string, value: string): void {
		const before = this.get(name);
		this.set(name, before === null ? value : `${before}, ${value}`);
	}

	delete(name: string): void {
		this.#values.delete(name.toLowerCase());
	}

	[Symbol.iterator](): Iterator<[string, string]> {
		return this.#values[Symbol.iterator]();
	}
}

/** A request for a page. */
export class PlainRequest {
	readonly method = 'GET';
	readonly headers = new PlainHeaders();
	readonly url: string;

	constructor(address: string | URL) {
		this.url = String(address);
	}
}

/** What is given for a page. */
export class PlainResponse {
	readonly body: Body;
	readonly status: number;
	readonly statusText: string;
	readonly headers: PlainHeaders;

	constructor(
		body: Body,
		{
			status = 200,
			statusText = '',
			headers,
		}: {
			status?: number;
			statusText?: string;
			headers?: ConstructorParameters<typeof PlainHeaders>[0];
		} = {},
	) {
		if (body !== null && typeof body !== 'string' && !(body instanceof Uint8Array))
			throw new TypeError('What is rendered is a text or bytes; nothing else can be its body.');
		this.body = body;
		this.status = status;
		this.statusText = statusText;
		this.headers = headers instanceof PlainHeaders ? headers : new PlainHeaders(headers);
	}
}

/** Have all code of this process use the stand-ins from now on. */
export function usePlainWeb(): void {
	Object.assign(globalThis, {
		Headers: PlainHeaders,
		Request: PlainRequest,
		Response: PlainResponse,
	});
}
