/**
 * Dates of a record, which are EDTF or `unknown`, in the forms of a page's head. What a form cannot hold is
 * left out rather than made up: a doubtful day keeps its day and loses its mark, an unknown day is no day.
 */

/** Reduce a date to the plain day, month or year that it is sure to name: `2018-11-08`, `2018-11`, `2018`. */
export function plainDateOf(date: string): string | undefined {
	const [first = ''] = date.split('/');
	const [, year, month, day] =
		/^(\d{4})[~?%]?(?:-(0[1-9]|1[0-2])[~?%]?)?(?:-(\d\d)[~?%]?)?(?![\dX])/.exec(first) ?? [];
	if (year === undefined) return undefined;
	return [year, month, month && day].filter((part) => part !== undefined).join('-');
}

/** Write a date for `citation_publication_date`: `2018/11/08`. */
export function slashedDateOf(date: string): string | undefined {
	return plainDateOf(date)?.replaceAll('-', '/');
}

/** Write a date for `DCTERMS.issued`, which holds EDTF whole. */
export function issuedDateOf(date: string): string | undefined {
	return date === 'unknown' ? undefined : date;
}
