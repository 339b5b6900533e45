/** The package has types only for its syntax tree; these are the parts that `edtf-date.ts` calls. */
declare module 'edtf' {
	export type ExtendedDate = { min: number; max: number };
	export default function edtf(text: string): ExtendedDate;
	export function format(
		date: ExtendedDate,
		locale: string,
		options: Intl.DateTimeFormatOptions,
	): string;
}
