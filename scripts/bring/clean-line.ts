/** What has no business in a line of metadata: controls, changes of direction, halves of characters, private use. */
const UNSEEN =
	/[\p{Cc}\p{Cs}\p{Co}\p{Noncharacter_Code_Point}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/** Make one clean line of what a page says of itself; longer ones are cut at `length` characters. */
export function cleanLine(text: string, length = 500): string {
	const line = text
		.slice(0, length * 8)
		.replace(/\s+/gu, ' ')
		.replace(UNSEEN, '')
		.replace(/ +/g, ' ')
		.trim();
	const characters = Array.from(line);
	return characters.length > length ? `${characters.slice(0, length - 1).join('')}…` : line;
}

/** Make an id, or the words of a folder's name, of what Latin letters and digits a text has; may come back empty. */
export function kebabOf(text: string, maxWords: number): string {
	return text
		.normalize('NFKD')
		.replace(/[\p{M}'’]/gu, '')
		.toLowerCase()
		.split(/[^a-z0-9]+/)
		.filter(Boolean)
		.slice(0, maxWords)
		.join('-')
		.slice(0, 60)
		.replace(/-$/, '');
}
