import { createHash, timingSafeEqual } from 'node:crypto';

/** What of a request tells whether it comes from a page of this very server, on this very machine. */
export type RequestFacts = {
	method: string | undefined;
	remoteAddress: string | undefined;
	localPort: number | undefined;
	host: string | undefined;
	origin: string | undefined;
	fetchSite: string | undefined;
	contentType: string | undefined;
	token: string | undefined;
};

/**
 * Say why a request is refused, with the status to answer; nothing where it may be served. A name that was
 * made to point here does not help another site: the Host must be one of the loopback's own names. `token` is
 * nothing where the page is yet to learn it.
 */
export function judgeRequest(
	facts: RequestFacts,
	token: string | undefined,
): { status: number; reason: string } | undefined {
	if (facts.method !== 'POST') return { status: 405, reason: 'Only POST is served here.' };
	if (!isLoopback(facts.remoteAddress))
		return { status: 403, reason: 'Only this machine may edit.' };
	const [, name, port = '80'] = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/.exec(
		facts.host ?? '',
	) ?? ['', ''];
	if (name === '' || Number(port) !== facts.localPort)
		return { status: 403, reason: 'The Host is not this server.' };
	if (facts.origin !== `http://${facts.host ?? ''}`)
		return { status: 403, reason: 'The request does not come from a page of this server.' };
	if (facts.fetchSite !== undefined && facts.fetchSite !== 'same-origin')
		return { status: 403, reason: 'The request does not come from a page of this server.' };
	if (!/^application\/json(?:;|$)/.test(facts.contentType ?? ''))
		return { status: 415, reason: 'Only JSON is taken.' };
	if (token !== undefined && !isEqual(facts.token ?? '', token))
		return { status: 403, reason: 'The token is not this server’s: load the page again.' };
	return undefined;
}

function isLoopback(address: string | undefined): boolean {
	return /^(?:::1|(?:::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address ?? '');
}

/** Compare in a time that tells nothing of where two texts differ, nor of their lengths. */
function isEqual(one: string, other: string): boolean {
	const hash = (text: string) => createHash('sha256').update(text).digest();
	return timingSafeEqual(hash(one), hash(other));
}
