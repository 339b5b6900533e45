/** Write every run of white space in a text as one space. */
export function onOneLine(text: string): string {
	// Most texts have no other than single spaces, and to look for that takes a quarter of the time.
	return /\s\s|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text;
}
