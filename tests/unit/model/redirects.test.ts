import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { formatRedirectPage } from '../../../src/model/redirects.ts';

test('the page at a moved address leads on, and its policy allows its own script alone', () => {
	const html = formatRedirectPage(
		{ from: '/old/page/', to: '/new/', since: '2026-11-24', reason: 'a <better> name' },
		'https://example.org/',
	);
	const [, script = ''] = /<script>(.*)<\/script>/.exec(html) ?? [];
	const hash = createHash('sha256').update(script).digest('base64');
	expect(html).toContain(`content="default-src 'none'; script-src 'sha256-${hash}';`);
	expect(html).toContain('content="0; url=../../new/"');
	expect(html).toContain('<a href="../../new/">');
	expect(html.indexOf('<a href')).toBeLessThan(html.indexOf('<script>'));
	expect(html).toContain('a &lt;better&gt; name');
});
