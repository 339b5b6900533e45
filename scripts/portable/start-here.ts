/** Write the page that a reader opens first who has unpacked the portable edition. */
export function startHerePage(title: string, address: string | undefined, day: string): string {
	return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; base-uri 'none'">
<title>Start here: ${escapeHtml(title)}, the portable edition</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="portable.css">
</head>
<body class="start-here">
<main>
<h1>${escapeHtml(title)}, the portable edition</h1>
<p><a href="index.html">Open the archive</a>, or <a href="search/index.html">search it</a>.</p>
<h2>What this is</h2>
<p>The whole archive as of ${escapeHtml(day)} in one folder: every page, every layer, every note and the search. It needs no server and no network, and asks for none.${address === undefined ? '' : ` Its public address is ${escapeHtml(address)}; citations name that and never this folder.`}</p>
<h2>If it does not work</h2>
<ul>
<li>Pages without colours or pictures, links that lead nowhere: one file was opened inside the zip. Unpack the whole zip into a folder, then open index.html there. The name of the folder does not matter.</li>
<li>On a telephone or a tablet: most of them open one file at a time, without the files beside it. Use a computer, or the ZIM file of the archive with Kiwix, where one is offered.</li>
<li>The search says that it is incomplete or could not be loaded: files are missing from the copy or damaged. <a href="SHA256SUMS">SHA256SUMS</a> has the checksum of every file; in this folder, <code>sha256sum --check --quiet SHA256SUMS</code> names those that differ (on macOS: <code>shasum -a 256 -c SHA256SUMS</code>).</li>
<li>Nothing happens when you type words to find: the browser is older than 2023, or does not run scripts. All pages can be read without.</li>
</ul>
</main>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
