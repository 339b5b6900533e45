import { createHash } from 'node:crypto';

/**
 * The policy of every page: nothing from another host, no script that is not ours. Each inline script of the
 * page is allowed by the hash of its text; search needs WebAssembly and a worker of our own.
 */
export function contentSecurityPolicy(inlineScripts: readonly string[]): string {
	const hashes = inlineScripts.map(sourceOf);
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

/** Every page has the same one. */
let lastHashed: { script: string; source: string } | undefined;

function sourceOf(script: string): string {
	if (lastHashed?.script !== script) {
		const hash = createHash('sha256').update(script).digest('base64');
		lastHashed = { script, source: `'sha256-${hash}'` };
	}
	return lastHashed.source;
}
