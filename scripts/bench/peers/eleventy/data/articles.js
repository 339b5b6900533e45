import { readdirSync, readFileSync } from 'node:fs';
import markdownIt from 'markdown-it';

const markdown = markdownIt();

/** Every article by number, its explanations rendered. */
export default function readArticles() {
	return readdirSync('content/articles')
		.map((file) => JSON.parse(readFileSync(`content/articles/${file}`, 'utf8')))
		.sort((a, b) => a.number - b.number)
		.map((article, index, all) => {
			article.previous = all[index - 1];
			article.next = all[index + 1];
			article.proseHtml = markdown.render(article.prose);
			for (const one of [...article.notes, ...article.points, ...article.quotations])
				one.html = markdown.renderInline(one.text);
			return article;
		});
}
