import type { Redirect } from './permalink.ts';
import { publicAddress } from './public-address.ts';

/** What hosts and mirrors are told of the addresses that moved: one source, three forms. */

const madeFrom = 'Made from content/redirects.jsonl; change that.';

/** The path under which a site stands on its host: `/`, or `/archive/`. */
function basePathOf(site: string): string {
	const address = publicAddress('/', site);
	return address === undefined ? '/' : new URL(address).pathname;
}

/** Write `_redirects`, which Netlify and Cloudflare Pages read. */
export function formatHostRedirects(redirects: readonly Redirect[], site: string): string {
	const base = basePathOf(site).slice(0, -1);
	const lines = redirects.map(({ from, to }) => `${base}${from} ${base}${to} 301`);
	return [`# ${madeFrom}`, ...lines, ''].join('\n');
}

/** Write the inside of an nginx `map $uri $moved { … }`. */
export function formatNginxMap(redirects: readonly Redirect[], site: string): string {
	const base = basePathOf(site).slice(0, -1);
	const lines = redirects.map(({ from, to }) => `${base}${from} ${base}${to};`);
	return [`# ${madeFrom} Use: map $uri $moved { include redirects.nginx.map; }`, ...lines, ''].join(
		'\n',
	);
}

/** Takes the fragment along; the policy of the page allows it by its hash. */
const SCRIPT = "location.replace(document.querySelector('a').href + location.hash)";
const SCRIPT_HASH = 'sha256-wMqGZg3q4KdzbsnWzp3kmgukp/6xPJUOywguGvcAsiA=';

/**
 * Write the page that answers for a moved address where the host knows no redirects. It leads on by itself;
 * a script takes the fragment along.
 */
export function formatRedirectPage({ from, to, since, reason }: Redirect, site: string): string {
	const depth = from.split('/').length - 2;
	const target = escapeHtml(`${'../'.repeat(depth)}${to.slice(1)}` || './');
	const address = publicAddress(to, site);
	return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '${SCRIPT_HASH}'; base-uri 'none'">
<title>Moved</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
${address === undefined ? '' : `<link rel="canonical" href="${escapeHtml(address)}">\n`}<meta http-equiv="refresh" content="0; url=${target}">
</head>
<body>
<h1>Moved</h1>
<p>What stood here moved on ${escapeHtml(since)}: ${escapeHtml(reason)}</p>
<p><a href="${target}">Go on to ${escapeHtml(to)}</a></p>
<script>${SCRIPT}</script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
