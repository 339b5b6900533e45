/**
 * Gives the search of the portable edition its index. A page that was opened from a folder may fetch nothing and
 * import nothing; it may run scripts. So each file of the index is a script that hands over its bytes.
 */

declare global {
	/** What the scripts in `pagefind/chunks/` call: the path of a file in the index's folder, its bytes in base64. */
	var calqueChunk: (path: string, base64: string) => void;
}

const base = new URL('.', import.meta.url).href;
const handedOver = new Map<string, Uint8Array<ArrayBuffer>>();

globalThis.calqueChunk = (path, base64) => {
	handedOver.set(
		path,
		Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)),
	);
};
globalThis.calqueIndexFile = async (path) => {
	await runChunk(path);
	const bytes = handedOver.get(path);
	handedOver.delete(path);
	if (!bytes) throw new TypeError(`This copy lacks ${path} of its index, or it is damaged.`);
	return bytes;
};

/** Run the script of a file; resolves when it has run, or cannot. */
async function runChunk(path: string): Promise<void> {
	const script = document.createElement('script');
	script.src = `${base}chunks/${path.replaceAll('/', '__')}.js`;
	await new Promise((settled) => {
		script.addEventListener('load', settled);
		script.addEventListener('error', settled);
		document.head.append(script);
	});
	script.remove();
}

export {};
