/** Read CSV by RFC 4180: rows of values. Throws where a line does not end in CRLF or a quotation mark is astray. */
export function parseCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	const value = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
	while (value.lastIndex < text.length) {
		const at = value.lastIndex;
		const match = value.exec(text);
		if (!match) throw new Error(`Not CSV by RFC 4180 at character ${at}.`);
		row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
		if (match[3] === ',') continue;
		rows.push(row);
		row = [];
	}
	if (row.length > 0) throw new Error('The last line of the CSV has no end.');
	return rows;
}
