import lunr from 'lunr';
import './lunr-pipeline.js';
import { loadIndex, startPage, wordsOf } from './page.js';

startPage(async () => {
	const { index, titles } = JSON.parse(await loadIndex());
	const loaded = lunr.Index.load(index);
	return (query) =>
		loaded
			.search(
				wordsOf(query)
					.map((word) => `+${word}`)
					.join(' '),
			)
			.map(({ ref }) => ({ id: ref, title: titles[ref] }));
});
