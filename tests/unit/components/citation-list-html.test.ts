import { expect, test } from 'vitest';
import { citationListHtml } from '../../../src/components/citation-list-html.ts';
import { sampleCitable } from '../citing/citables.ts';

test('a list of citations has every style, and no markup of what is cited', () => {
	const html = citationListHtml({ ...sampleCitable(), title: 'Keys & <b>locks</b>' });
	expect(html.match(/<dt>/g)).toHaveLength(8);
	expect(html).not.toContain('<b>');
	expect(html).toContain('Keys &amp; &lt;b&gt;locks&lt;/b&gt;');
	expect(html).toContain('<p class="citation" lang="ru">');
});
