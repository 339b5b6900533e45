import { expect, test } from 'vitest';
import { estimateRoom } from '../../../src/components/estimate-room.ts';
import { sampleNote } from '../samples.ts';

test('a paragraph takes the more room, the more words it and its notes have', () => {
	expect(estimateRoom('', [])).toBe(0);
	const text = 'Ten words of a text. '.repeat(2);
	const bare = estimateRoom(text, []);
	const minor = sampleNote('one', 'words', 0, { severity: 'minor' });
	const major = { ...minor, severity: 'major' } as const;
	expect(bare).toBeGreaterThan(text.length);
	expect(estimateRoom(text, [minor])).toBeGreaterThan(bare);
	expect(estimateRoom(text, [major])).toBeGreaterThan(estimateRoom(text, [minor]));
	expect(estimateRoom(text, [minor, major])).toBe(
		estimateRoom(text, [minor]) + estimateRoom(text, [major]) - bare,
	);
});

test('the explanation of a folded note takes no room, and tags are not letters', () => {
	const note = sampleNote('one', 'words', 0, { severity: 'minor', commentHtml: '<p>Why.</p>' });
	const long = { ...note, commentHtml: `<p>${'Why. '.repeat(90)}</p>` };
	expect(estimateRoom('', [long])).toBe(estimateRoom('', [note]));
	const open = { ...note, severity: 'critical' } as const;
	const tagged = { ...open, commentHtml: '<p><em>Why.</em></p>' };
	expect(estimateRoom('', [tagged])).toBe(estimateRoom('', [open]));
});
