import { expect, test } from 'vitest';
import { judgeRequest, type RequestFacts } from '../../../scripts/editor/judge-request.ts';

const own: RequestFacts = {
	...{ method: 'POST', remoteAddress: '127.0.0.1', localPort: 4321 },
	...{ host: 'localhost:4321', origin: 'http://localhost:4321', fetchSite: 'same-origin' },
	...{ contentType: 'application/json', token: 'secret' },
};

test('a page of this server with its token is served, by each name of the loopback', () => {
	expect(judgeRequest(own, 'secret')).toBeUndefined();
	for (const host of ['127.0.0.1:4321', '[::1]:4321'])
		expect(judgeRequest({ ...own, host, origin: `http://${host}` }, 'secret')).toBeUndefined();
	for (const remoteAddress of ['::1', '::ffff:127.0.0.1'])
		expect(judgeRequest({ ...own, remoteAddress }, 'secret')).toBeUndefined();
	expect(judgeRequest({ ...own, fetchSite: undefined }, 'secret')).toBeUndefined();
});

test('everything else is refused', () => {
	const refused: [Partial<RequestFacts>, number][] = [
		[{ method: 'GET' }, 405],
		[{ method: 'OPTIONS' }, 405],
		[{ method: undefined }, 405],
		[{ remoteAddress: '192.168.1.7' }, 403],
		[{ remoteAddress: undefined }, 403],
		[{ host: 'evil.example:4321', origin: 'http://evil.example:4321' }, 403],
		[{ host: 'localhost.evil.example:4321', origin: 'http://localhost.evil.example:4321' }, 403],
		[{ host: '192.168.1.7:4321', origin: 'http://192.168.1.7:4321' }, 403],
		[{ host: 'localhost:4322', origin: 'http://localhost:4322' }, 403],
		[{ host: undefined }, 403],
		[{ origin: undefined }, 403],
		[{ origin: 'null' }, 403],
		[{ origin: 'http://localhost:8080' }, 403],
		[{ origin: 'https://localhost:4321' }, 403],
		[{ origin: 'http://127.0.0.1:4321' }, 403],
		[{ fetchSite: 'same-site' }, 403],
		[{ fetchSite: 'cross-site' }, 403],
		[{ contentType: 'text/plain' }, 415],
		[{ contentType: 'application/x-www-form-urlencoded' }, 415],
		[{ contentType: undefined }, 415],
		[{ token: undefined }, 403],
		[{ token: '' }, 403],
		[{ token: 'secre' }, 403],
		[{ token: 'Secret' }, 403],
	];
	for (const [facts, status] of refused)
		expect(judgeRequest({ ...own, ...facts }, 'secret')?.status, JSON.stringify(facts)).toBe(
			status,
		);
});
