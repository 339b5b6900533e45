import type { NoteAttributes } from '../../src/model/note.ts';
import { formatAttribute } from './format-attribute.ts';

type Written = { [name in keyof NoteAttributes]?: NoteAttributes[name] | undefined };

/** The attributes of a note, a line of the commentary each: place, judgement, wording, withdrawal. */
const lines = [
	['id', 'p', 'captured', 'prefix', 'suffix', 'occurrence', 'reading'],
	['type', 'severity', 'confidence'],
	['original', 'originalOccurrence', 'correction', 'term', 'masked', 'by'],
	['withdrawn', 'withdrawnBecause', 'replacedBy'],
] as const satisfies readonly (readonly (keyof NoteAttributes)[])[];

/** Format a note the way commentaries have them; `body` is Markdown that is escaped already. */
export function formatNote(attributes: Written, body: string): string {
	const written = lines
		.map((names) =>
			names
				.flatMap((name) => {
					const value = attributes[name];
					return value === undefined || value === false ? [] : [formatAttribute(name, value)];
				})
				.join(' '),
		)
		.filter((line) => line !== '');
	return `<Note ${written.join('\n  ')}>\n${body}\n</Note>`;
}
