/** What a cell of a table file may hold; nothing is an empty cell. */
export type CsvValue = string | number | undefined;

/**
 * Write rows as CSV by RFC 4180: commas, CRLF after every line, and quotation marks around a value that has a
 * comma, a quotation mark or an end of line in it, its own marks doubled.
 *
 * Spreadsheets take a text for a formula that begins with `=`, `+`, `-`, `@`, a tab or CR. Such a text has an
 * apostrophe put before it, and so has one that begins with apostrophes and then one of these; to read a file
 * back, take one apostrophe from what matches `/^'+[=+\-@\t\r]/`. Numbers are never changed.
 */
export function formatCsv(
	header: readonly string[],
	rows: readonly (readonly CsvValue[])[],
): string {
	return [header, ...rows].map((row) => `${row.map(formatValue).join(',')}\r\n`).join('');
}

function formatValue(value: CsvValue): string {
	const text = typeof value === 'string' ? guardFormula(value) : String(value ?? '');
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guardFormula(text: string): string {
	return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
