import type { Choices } from '../seeded.ts';

const latin = {
	heads: 'b c d f g h j k l m n p r s t v w z br ch cl cr dr fl gr pl pr sh sp st str th tr'.split(
		' ',
	),
	cores: 'a e i o u ai ea ee ia io oo ou'.split(' '),
	tails: ['', '', '', 'l', 'm', 'n', 'nd', 'nt', 'r', 'rk', 's', 'st', 't', 'x'],
};
const cyrillic = {
	heads: 'б в г д ж з к л м н п р с т ф х ц ч ш бр гр др кр пр ст тр'.split(' '),
	cores: 'а е и о у ы я ё ю'.split(' '),
	tails: ['', '', '', 'й', 'к', 'л', 'м', 'н', 'р', 'с', 'т', 'ть', 'ов', 'ст'],
};
type Sounds = typeof latin;

/** Words that are met as seldom as their place in the list is late, as in any language (Zipf’s law). */
export type Vocabulary = { words: readonly string[]; next: () => string };

/** Make up `size` different words, in Latin or in Cyrillic letters. */
export function makeVocabulary(
	{ below, pick, isDue }: Choices,
	script: 'latin' | 'cyrillic',
	size: number,
): Vocabulary {
	const sounds: Sounds = script === 'latin' ? latin : cyrillic;
	const words = new Set<string>();
	while (words.size < size) {
		// The commonest words are the shortest.
		const syllables = 1 + Number(words.size > 60) + Number(words.size > 4000 && isDue(0.7));
		let word = '';
		for (let left = syllables; left > 0; left--)
			word += pick(sounds.heads) + pick(sounds.cores) + pick(sounds.tails);
		words.add(word);
	}
	const list = [...words];
	// Sum over ranks of 1/(rank + 2.7), after Mandelbrot.
	const sums = new Float64Array(size);
	let sum = 0;
	for (let rank = 0; rank < size; rank++) sums[rank] = sum += 1 / (rank + 2.7);
	const next = () => {
		const sought = (below(2 ** 30) / 2 ** 30) * sum;
		let [low, high] = [0, size - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((sums[middle] ?? 0) <= sought) low = middle + 1;
			else high = middle;
		}
		return list[low] ?? '';
	};
	return { words: list, next };
}
