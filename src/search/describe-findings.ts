import type { Findings } from './find-hits.ts';

/** What could not be read while searching. */
export type Missing = { isIndexMissing: boolean; passages: number };

/** Say in words what was found, and what cannot be said because something could not be read. */
export function describeFindings(
	query: string,
	findings: Pick<
		Findings,
		'total' | 'hasMore' | 'otherSpellings' | 'unknownWords' | 'onlyWhole'
	> & {
		listed: number;
	},
	missing: Missing,
): string {
	const lost = describeMissing(missing);
	return [
		describeTotal(query, findings, lost !== ''),
		findings.otherSpellings.length > 0
			? `Searched too: ${findings.otherSpellings.join(', ')}.`
			: '',
		findings.onlyWhole.length > 0
			? `Longer words that begin with ${findings.onlyWhole.join(' or ')} are too many and were not all looked for.`
			: '',
		// Of an index that was not read whole, nothing can be said to be absent.
		findings.unknownWords.length > 0 && !missing.isIndexMissing
			? `Nowhere in the archive: ${findings.unknownWords.join(', ')}.`
			: '',
		lost,
	]
		.filter(Boolean)
		.join(' ');
}

function describeTotal(
	query: string,
	{ total, listed, hasMore }: { total: number; listed: number; hasMore: boolean },
	isIncomplete: boolean,
): string {
	if (total === 0 && hasMore)
		return `No passage in the texts that were opened; others may hold what you look for.`;
	if (total === 0)
		return isIncomplete ? `No passage in what could be read.` : `Nothing found for ${query}.`;
	const found = `${total}${hasMore ? ' or more' : ''} ${total === 1 ? 'passage' : 'passages'} found`;
	return listed < total || hasMore
		? `${found}, ${listed} listed; add a word or a filter.`
		: `${found}.`;
}

function describeMissing({ isIndexMissing, passages }: Missing): string {
	const parts = [
		isIndexMissing ? 'part of the index' : '',
		passages > 0
			? `the ${passages === 1 ? 'text of 1 passage' : `texts of ${passages} passages`}`
			: '',
	].filter(Boolean);
	return parts.length === 0
		? ''
		: `The search is incomplete: ${parts.join(' and ')} could not be read. Press Search to try again.`;
}
