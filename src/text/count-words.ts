/** What a character is within a word: a letter or a digit, an accent, what joins two parts, or nothing of the kind. */
const [OTHER, BEGINS, GOES_ON, JOINS] = [1, 2, 3, 4];

/** The kinds of the code units that were met so far: a pattern that knows all letters takes ten times as long. */
const kinds = new Uint8Array(0x10000);

function kindOf(character: string): number {
	if (/[\p{L}\p{N}]/u.test(character)) return BEGINS;
	if (/\p{M}/u.test(character)) return GOES_ON;
	return /[’'-]/.test(character) ? JOINS : OTHER;
}

/** Count words: runs of letters and digits with their accents, joined by an inner hyphen or apostrophe. */
export function countWords(text: string): number {
	let words = 0;
	let isInWord = false;
	let isJoined = false;
	for (let at = 0; at < text.length; at++) {
		const unit = text.charCodeAt(at);
		let kind: number;
		if ((unit & 0xfc00) === 0xd800) {
			const character = String.fromCodePoint(text.codePointAt(at) ?? unit);
			kind = kindOf(character);
			at += character.length - 1;
		} else kind = kinds[unit] ||= kindOf(String.fromCharCode(unit));
		if (kind === BEGINS) {
			if (!isInWord) words++;
			isInWord = true;
			isJoined = false;
		} else if (kind === GOES_ON && isInWord && !isJoined) continue;
		else if (kind === JOINS && isInWord && !isJoined) isJoined = true;
		else isInWord = isJoined = false;
	}
	return words;
}

/** List the words of `text` in lower case, as runs of letters and digits with their accents. */
export function listWords(text: string): string[] {
	return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}
