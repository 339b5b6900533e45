/** What a page tells machines of its article in JSON-LD, each property as text. */
export type JsonLdFacts = {
	headline?: string | undefined;
	published?: string | undefined;
	publisher?: string | undefined;
	url?: string | undefined;
	language?: string | undefined;
};

const MAX_LENGTH = 1024 * 1024;
const MAX_NODES = 10_000;
const ARTICLE = /(?:Article|BlogPosting|Report)$/;

/** Read the first article that the JSON-LD of a page describes, wherever it stands in it; nothing where there is none. */
export function readJsonLd(scripts: readonly string[]): JsonLdFacts {
	for (const script of scripts) {
		const article = findArticle(parse(script));
		if (article)
			return {
				headline: textOf(own(article, 'headline')) ?? textOf(own(article, 'name')),
				published: textOf(own(article, 'datePublished')),
				publisher: textOf(own(article, 'publisher')),
				url: textOf(own(article, 'url')) ?? textOf(own(article, 'mainEntityOfPage')),
				language: textOf(own(article, 'inLanguage')),
			};
	}
	return {};
}

function parse(script: string): unknown {
	if (script.length > MAX_LENGTH) return undefined;
	try {
		return JSON.parse(script.replace(/^\s*(?:<!--|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->)\s*$/g, ''));
	} catch {
		return undefined;
	}
}

/** Walk without recursion: the nesting is a stranger's. */
function findArticle(root: unknown): object | undefined {
	const queue: unknown[] = [root];
	for (let at = 0; at < Math.min(queue.length, MAX_NODES); at++) {
		const value = queue[at];
		if (typeof value !== 'object' || value === null) continue;
		const type = own(value, '@type');
		const types: unknown[] = Array.isArray(type) ? type : [type];
		if (types.some((name) => typeof name === 'string' && ARTICLE.test(name))) return value;
		queue.push(...(Object.values(value) as unknown[]).slice(0, MAX_NODES));
	}
	return undefined;
}

/** Take a property that the page itself wrote, never one that every object has. */
function own(value: object, name: string): unknown {
	return Object.hasOwn(value, name) ? (value as { [name: string]: unknown })[name] : undefined;
}

function textOf(value: unknown, depth = 0): string | undefined {
	if (typeof value === 'string') return value.trim() || undefined;
	if (typeof value !== 'object' || value === null || depth > 3) return undefined;
	if (Array.isArray(value)) return textOf(value[0], depth + 1);
	const [found] = ['@value', 'name', '@id', 'url'].flatMap(
		(name) => textOf(own(value, name), depth + 1) ?? [],
	);
	return found;
}
