import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAnswers } from '../../../scripts/building/keep-answers.ts';
import type { StyledCitation } from '../../../src/citing/format-styles.ts';
import { writeFolder } from '../temporary-folder.ts';

const answerOf = (word: string): StyledCitation => ({
	reference: word,
	referenceHtml: `<i>${word}</i>`,
	inText: `(${word})`,
});

/** A place for answers of the styles in a folder. */
function makePlace() {
	const kept = join(writeFolder({}), 'kept');
	const styles = writeFolder({ 'apa.csl': '<style></style>' });
	return { kept, styles, open: () => openAnswers(kept, styles) };
}

test('what the engine answered is there in the next build, from several processes at once', () => {
	const { kept, open } = makePlace();
	const [one, other] = [open(), open()];
	one.answers.set('apa', new Map([['a', answerOf('one')]]));
	other.answers.set('mla', new Map([['a', answerOf('two')]]));
	one.keepNew();
	other.keepNew();
	const next = open();
	expect([...(next.answers.get('apa') ?? [])]).toEqual([['a', answerOf('one')]]);
	expect([...(next.answers.get('mla') ?? [])]).toEqual([['a', answerOf('two')]]);
	// What is known is not written again.
	const [file = ''] = readdirSync(kept);
	const before = readFileSync(join(kept, file), 'utf8');
	next.keepNew();
	expect(readFileSync(join(kept, file), 'utf8')).toBe(before);
	next.answers.get('apa')?.set('b', answerOf('three'));
	next.keepNew();
	expect(open().answers.get('apa')?.get('b')).toEqual(answerOf('three'));
	// Nor is what was written a moment ago.
	const written = readFileSync(join(kept, file), 'utf8');
	next.keepNew();
	expect(readFileSync(join(kept, file), 'utf8')).toBe(written);
});

test('a line that was cut off is no answer, and takes none with it', () => {
	const { kept, open } = makePlace();
	const first = open();
	first.answers.set('apa', new Map([['a', answerOf('one')]]));
	first.keepNew();
	const [file = ''] = readdirSync(kept);
	appendFileSync(join(kept, file), '["apa","c",{"reference":"cut');
	const next = open();
	expect(next.answers.get('apa')?.has('a')).toBe(true);
	expect(next.answers.get('apa')?.has('c')).toBe(false);
	next.answers.get('apa')?.set('d', answerOf('four'));
	next.keepNew();
	expect(open().answers.get('apa')?.get('d')).toEqual(answerOf('four'));
});

test('other code asks anew, and what the former code was answered is forgotten', () => {
	const { kept, styles, open } = makePlace();
	const first = open();
	first.answers.set('apa', new Map([['a', answerOf('one')]]));
	first.keepNew();
	writeFileSync(join(styles, 'apa.csl'), '<style><info/></style>');
	const anew = open();
	expect(anew.answers.size).toBe(0);
	anew.answers.set('apa', new Map([['a', answerOf('five')]]));
	anew.keepNew();
	expect(readdirSync(kept)).toHaveLength(1);
	expect(open().answers.get('apa')?.get('a')).toEqual(answerOf('five'));
});
