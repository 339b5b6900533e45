import { parseHTML } from 'linkedom';

/** Parse HTML as browsers do where nothing is closed or nothing is said of `html` and `body`. */
export function parsePage(html: string): Document {
	const hasRoot = /<html[\s>]/i.test(html);
	const hasPart = /<(?:head|body)[\s>]/i.test(html);
	return parseHTML(
		hasRoot ? html : hasPart ? `<html>${html}</html>` : `<html><body>${html}</body></html>`,
	).document;
}
