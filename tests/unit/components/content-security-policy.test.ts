import { expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../../src/components/content-security-policy.ts';

const directivesOf = (policy: string) =>
	new Map(
		policy.split('; ').map((directive) => {
			const [name = '', ...sources] = directive.trim().split(/\s+/);
			return [name, sources];
		}),
	);

test('an inline script is allowed by the hash of its text', () => {
	// The example of the specification: https://www.w3.org/TR/CSP2/#script-src-hash-usage
	const policy = contentSecurityPolicy(["alert('Hello, world.');"]);
	expect(directivesOf(policy).get('script-src')).toContain(
		"'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='",
	);
});

test('nothing is allowed from another host, and no code that is not ours', () => {
	const directives = directivesOf(contentSecurityPolicy([]));
	expect(directives.get('default-src')).toEqual(["'none'"]);
	const sources = [...directives.values()].flat();
	expect(sources).not.toContain("'unsafe-inline'");
	expect(sources).not.toContain("'unsafe-eval'");
	for (const source of sources) expect(source).toMatch(/^(?:'[^']+'|data:)$/);
	expect(directives.get('script-src')).toEqual(["'self'", "'wasm-unsafe-eval'"]);
});
