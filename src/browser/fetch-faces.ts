/**
 * Fetches the faces that a first page does without (see `styles/faces.css`), those of the scripts that its text
 * is in, once the page has come to rest. From the next page on they are used as soon as anything is painted.
 */
const restAfterLoad = 3000;
const scripts = [
	{ file: 'cyrillic', letters: /[\u0400-\u04ff]/ },
	{ file: 'latin-ext', letters: /[\u0100-\u024f]/ },
];

/** List the addresses of the faces that a sheet names. */
function listFaces(sheet: CSSStyleSheet): string[] {
	return [...sheet.cssRules].flatMap((rule) => {
		if (!(rule instanceof CSSFontFaceRule)) return [];
		const [, url] = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src')) ?? [];
		return url === undefined ? [] : new URL(url, sheet.href ?? location.href).href;
	});
}

async function fetchFaces(): Promise<void> {
	const text = document.body.textContent;
	const isWanted = (url: string) =>
		scripts.every(({ file, letters }) => !url.includes(`-${file}-`) || letters.test(text));
	const wanted = [...document.styleSheets].flatMap(listFaces).filter(isWanted);
	try {
		for (const url of wanted) {
			const response = await fetch(url);
			if (!response.ok) return;
			await response.arrayBuffer();
		}
		localStorage.setItem('calque-faces', 'on');
	} catch {
		// Without a network or a storage the next page does without them as well.
	}
}

if (document.documentElement.dataset['faces'] === undefined)
	addEventListener('load', () => setTimeout(() => void fetchFaces(), restAfterLoad));

export {};
