/** What is larger than this is no article, or no page that holds one. */

const MiB = 1024 * 1024;

/** The file that is named. */
export const MAX_INPUT_BYTES = 32 * MiB;
/** A web archive when unpacked. */
export const MAX_UNPACKED_BYTES = 128 * MiB;
/** One page. */
export const MAX_PAGE_BYTES = 16 * MiB;
/** The text that is kept as the capture. */
export const MAX_TEXT_BYTES = MiB;
/** A paragraph, in UTF-16 code units. */
export const MAX_PARAGRAPH_LENGTH = 50_000;
export const MAX_PARAGRAPHS = 4000;

/** Show a size the way file managers do. */
export function formatMiB(bytes: number): string {
	return `${Math.ceil(bytes / MiB)} MiB`;
}
