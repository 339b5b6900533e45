import { createHash } from 'node:crypto';

/**
 * The policy of every page: nothing from another host, no script that is not ours. Each inline script of the
 * page is allowed by the hash of its text; search needs WebAssembly and a worker of our own.
 */
export function contentSecurityPolicy(inlineScripts: readonly string[]): string {
	const hashes = inlineScripts.map(
		(script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`,
	);
	return [
		"default-src 'none'",
		`script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`,
		"style-src 'self'",
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"worker-src 'self'",
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'",
	].join('; ');
}
