import type { ArticleSource } from '../../src/edition/read-archive.ts';
import type { WrittenElement } from '../../src/edition/read-commentary.ts';
import { parsePlainTree } from '../../src/edition/markdown.ts';
import type { Change } from '../../src/editor/messages.ts';
import type { NoteAttributes } from '../../src/model/note.ts';
import { writeTree } from './explanation.ts';

/**
 * Say in what the changed commentary differs from what was meant: the note must be read back as it was typed,
 * and everything else as it was. Returns nothing where it does not.
 */
export function findUnlike(
	before: ArticleSource,
	after: ArticleSource,
	{ id, attributes }: { id: string; attributes: Partial<NoteAttributes> },
	change: Change,
): string | undefined {
	const isOwn = (element: WrittenElement) =>
		element.element === 'Note' && element.attributes['id'] === id;
	const others = ({ commentary }: ArticleSource) =>
		JSON.stringify(
			commentary.written
				.filter((element) => !isOwn(element))
				.map(({ element, attributes, body }) => [element, attributes, writeTree(body)]),
		) + writeTree(commentary.prose);
	if (others(before) !== others(after))
		return 'The note would change how the rest of the commentary is read: its explanation may have a fence, a list or a link that does not end.';
	const own = after.commentary.written.filter(isOwn);
	const [note] = own;
	if (!note || own.length > 1 || !isSame(note.attributes, attributes))
		return 'The note would not be read back as it was filled in.';
	if (change.kind === 'withdraw') return undefined;
	let typed: string;
	try {
		typed = writeTree(parsePlainTree(change.draft.explanation.trim()).children);
	} catch {
		return 'The explanation has too many signs of markup, or nests too deep.';
	}
	return writeTree(note.body) === typed
		? undefined
		: 'The explanation would not be read back as it was typed. Put a passage with < or { between backticks, and none into the address of a link.';
}

function isSame(written: { [name: string]: unknown }, meant: { [name: string]: unknown }): boolean {
	const names = new Set([...Object.keys(written), ...Object.keys(meant)]);
	return [...names].every((name) => (written[name] || undefined) === (meant[name] || undefined));
}
