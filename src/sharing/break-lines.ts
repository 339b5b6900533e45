import LineBreaker from 'linebreak';

/** How wide a word is with the spaces after it, and without. */
type Width = { width: number; inkWidth: number };

/** Split a text into the pieces between which a line may end, by the Unicode rules; runs of spaces are one. */
export function splitAtBreaks(text: string): string[] {
	const plain = text.replace(/[ \t\n\r]+/g, ' ').replace(/^ | $/g, '');
	const breaker = new LineBreaker(plain);
	const pieces: string[] = [];
	let last = 0;
	for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
		pieces.push(plain.slice(last, next.position));
		last = next.position;
	}
	return pieces;
}

/** Put as many words on each line as fit in `room`; a word that is wider stands on a line alone. */
export function breakLines<Word extends Width>(words: readonly Word[], room: number): Word[][] {
	const lines: Word[][] = [];
	let used = 0;
	for (const word of words) {
		const line = lines.at(-1);
		if (line && used + word.inkWidth <= room) {
			line.push(word);
			used += word.width;
		} else {
			lines.push([word]);
			used = word.width;
		}
	}
	return lines;
}

/** Break lines, as few as fit in `room`, and as even as they can be: in the least room, to a pixel, for so many. */
export function balanceLines<Word extends Width>(words: readonly Word[], room: number): Word[][] {
	const count = breakLines(words, room).length;
	let [tooLittle, enough] = [room / 2, room];
	while (tooLittle + 1 < enough) {
		const between = (tooLittle + enough) / 2;
		if (breakLines(words, between).length > count) tooLittle = between;
		else enough = between;
	}
	return breakLines(words, enough);
}
