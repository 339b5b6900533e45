/** A passage that a reader copies; `paragraphs` are the numbers of the first and the last that it touches. */
export type Passage = {
	words: string;
	layer: 'captured' | 'original' | 'reading' | 'notes';
	/** What the text is, and what must not be done with it. */
	status: string;
	/** Where it stands, in a few words. */
	citation: string;
	paragraphs: readonly number[];
	address: string;
};

/** Whose words a layer holds; only the captured text is what the page printed. */
const warnings: Record<Passage['layer'], ((status: string) => string) | undefined> = {
	captured: (status) => status,
	original: () => 'The original that was translated.',
	reading: (status) =>
		`The archive’s reading version, in its own words; it quotes nobody. The text: ${status}`,
	notes: (status) => `A note of the archive’s editors. The text: ${status}`,
};

/** Format a copied passage with its warning, citation and address, a line each. */
export function formatPassage({
	words,
	layer,
	status,
	citation,
	paragraphs,
	address,
}: Passage): string {
	const place = paragraphs.map((number) => `¶ ${number}`).join('–');
	const quoted = layer === 'captured' || layer === 'original' ? `“${words}”` : words;
	const warning = warnings[layer]?.(status) ?? status;
	return `${quoted}\n[${warning}]\n${citation}, ${place}.\n${address}\n`;
}
