const references: { [character: string]: string } = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Write a text as HTML, for content and attributes; the same that Astro writes. */
export function escapeHtml(text: string): string {
	return text.replace(/[&<>"']/g, (character) => references[character] ?? character);
}
