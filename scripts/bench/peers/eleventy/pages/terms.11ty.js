import { countOf, each, escape } from '../includes/parts.js';

export const data = {
	layout: 'page.11ty.js',
	permalink: ({ scope }) => (scope === 'all' ? '/terms/index.html' : false),
	head: ({ site }) => ({
		title: 'Terms',
		description: `${countOf(site.terms.length, 'term')} with every rendering that the machines gave them.`,
		crumbs: [['Terms', '/terms/']],
	}),
};

export function render({ site: { terms } }) {
	const renderings = terms.reduce((sum, { count }) => sum + count, 0);
	const articles = new Set(terms.flatMap(({ lines }) => lines.map(({ number }) => number))).size;
	const heads = ['Source', 'Sense', 'In English', 'Renderings noted'];
	return `<h1>Terms</h1><p class="statement">Source words and constructions that recur, what they should be in English, and what machines made of them: ${countOf(renderings, 'rendering')} in ${countOf(articles, 'article')}.</p><section><h2 id="ru">Russian</h2><table class="stacking terms" aria-labelledby="ru"><thead><tr>${each(heads, (head) => `<th scope="col">${head}</th>`)}</tr></thead><tbody>${each(terms, ({ id, source, language, gloss, right, phrase }) => `<tr><th scope="row"><a href="/terms/${id}/"><i lang="${language}">${escape(source)}</i></a></th><td>${escape(gloss)}</td><td class="right">${escape(right)}</td><td class="label">${phrase}</td></tr>`)}</tbody></table></section>`;
}
