import type { ArticleSource, CaptureSource } from '../../src/edition/read-archive.ts';
import { placeInParagraph } from '../../src/edition/place-notes.ts';
import type { NearNote, NoteDraft } from '../../src/editor/messages.ts';

/** Types of different families that one fault is easily taken for in turn. */
const akin: readonly (readonly [string, string])[] = [
	['accuracy/mistranslation', 'terminology/wrong-term'],
	['accuracy/false-friend', 'terminology/wrong-term'],
	['accuracy/untranslated', 'locale/name'],
	['accuracy/mistranslation', 'style/calque'],
	['style/calque', 'linguistic/word-order'],
	['style/calque', 'linguistic/function-words'],
	['style/calque', 'linguistic/grammar'],
	['style/calque', 'terminology/wrong-term'],
	['locale/name', 'linguistic/spelling'],
];

/** Say whether two types name much the same: of one family, or often taken for each other. */
export function areRelated(one: string, other: string): boolean {
	const familyOf = (type: string) => type.slice(0, type.indexOf('/'));
	return (
		familyOf(one) === familyOf(other) ||
		akin.some((pair) => one !== other && pair.includes(one) && pair.includes(other))
	);
}

/** List the notes that stand whose words overlap those of `draft` and whose type is the same or related. */
export function listNearNotes(
	{ commentary }: ArticleSource,
	capture: CaptureSource,
	draft: NoteDraft,
	ownId: string | undefined,
): NearNote[] {
	return commentary.notes.flatMap(({ attributes }): NearNote[] => {
		const { id, p, type, captured, withdrawn } = attributes;
		if (id === ownId || p !== draft.paragraph || withdrawn !== undefined) return [];
		const place = placeInParagraph(capture, attributes);
		const isOverlapping =
			place.kind === 'found' &&
			place.startCodeUnit < draft.endCodeUnit &&
			draft.startCodeUnit < place.endCodeUnit;
		if (!isOverlapping || !areRelated(type, draft.type)) return [];
		return [{ id, type, captured, isSameType: type === draft.type }];
	});
}
