import MiniSearch from 'minisearch';
import { miniSearchOptions } from './minisearch-options.js';
import { loadIndex, startPage, wordsOf } from './page.js';

startPage(async () => {
	const index = MiniSearch.loadJSON(await loadIndex(), miniSearchOptions);
	return (query) => index.search(wordsOf(query).join(' '));
});
