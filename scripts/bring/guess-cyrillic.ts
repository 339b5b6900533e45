/** The commonest letters of Russian; of its neighbours, nearly the same. */
const COMMON = 'оеаинтсрвл';
const MIN_LETTERS = 20;
const candidates = ['windows-1251', 'koi8-r'];

/**
 * Guess which Cyrillic encoding bytes are in, by the frequencies of letters: read in the other, common small
 * letters become rare capitals. Returns nothing where the text is not mostly Cyrillic or both are as likely.
 */
export function guessCyrillic(bytes: Uint8Array): string | undefined {
	const high = bytes.filter((byte) => byte >= 0x80).length;
	const latin = bytes.filter((byte) => /[A-Za-z]/.test(String.fromCharCode(byte))).length;
	if (high < MIN_LETTERS || high < latin / 4) return undefined;
	const [best, second] = candidates
		.map((encoding) => ({ encoding, score: scoreOf(new TextDecoder(encoding).decode(bytes)) }))
		.sort((a, b) => b.score - a.score);
	if (!best || !second) return undefined;
	return best.score >= high && best.score > second.score * 1.5 ? best.encoding : undefined;
}

function scoreOf(text: string): number {
	let score = 0;
	let isAfterSmall = false;
	for (const character of text) {
		const isSmall = /[а-яё]/u.test(character);
		if (isSmall) score += COMMON.includes(character) ? 3 : 1;
		else if (/[А-ЯЁ]/u.test(character)) score -= isAfterSmall ? 4 : 1;
		else if (character > '\x7f' && !/[«»—–„“”…№\xa0©]/u.test(character)) score -= 3;
		isAfterSmall = isSmall;
	}
	return score;
}
