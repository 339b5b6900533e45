import { expect, test } from 'vitest';
import { concordanceLineHtml } from '../../../src/components/concordance-html.ts';
import { concordanceOf, concordanceOfTerms } from '../../../src/components/concordance-lines.ts';
import { sampleArticle, sampleEntry, sampleNote } from '../samples.ts';

const text = 'The watchdog carries a lock of the rude word messenger';
const lock = sampleNote('lock', 'carries a lock', text.indexOf('carries'), { term: 'zamok' });
const planted = sampleNote('planted', 'rude word', text.indexOf('rude'), { masked: true });

test('a note has its words around it where the capture is opened, and planted words are covered', () => {
	const article = sampleArticle([text], [lock, planted]);
	const [line] = concordanceOf([{ article: sampleEntry([lock, planted]), note: lock }], article);
	expect(line?.hasContext).toBe(true);
	expect(line?.line).toMatchObject({
		before: 'The watchdog ',
		keyword: 'carries a lock',
		after: ' of the [masked] messenger',
	});
});

test('without the capture a rendering stands alone, planted words covered', () => {
	const around = sampleNote('around', 'the rude word messenger', 30);
	const [line] = concordanceOf(
		[{ article: sampleEntry([around, planted]), note: around }],
		undefined,
	);
	expect(line?.hasContext).toBe(false);
	expect(line?.line).toMatchObject({ before: '', keyword: 'the [masked] messenger', after: '' });
});

test('a line holds the characters of the text and no others, but for what is cut', () => {
	const words = 'one <two> three four five six carries a lock, seven';
	const note = sampleNote('lock', 'carries a lock', words.indexOf('carries'), {
		severity: 'critical',
	});
	const article = sampleArticle([words], [note]);
	const [line] = concordanceOf([{ article: sampleEntry([note]), note }], article);
	if (!line) throw new Error('no line');
	const html = concordanceLineHtml(line);
	expect(html.replace(/<[^>]+>/g, '')).toBe(
		'… &#x3C;two> three four five six carries a lock, seven',
	);
	expect(html).toContain(
		'<mark class="critical"><bdi>carries a lock</bdi></mark><bdi>, seven</bdi>',
	);
});

test('an article with renderings of several terms is opened once, and without its capture not at all', () => {
	const rude = sampleNote('rude', 'rude word', text.indexOf('rude'), { term: 'slovo' });
	const article = sampleArticle([text], [lock, rude]);
	const entry = { ...sampleEntry([lock, rude]), isCaptureAttached: true };
	let opened = 0;
	const open = () => {
		opened++;
		return article;
	};
	const linesOf = (note: typeof lock) =>
		concordanceOfTerms(entry, [{ article: entry, note }], open);
	expect(linesOf(lock)).toEqual(concordanceOf([{ article: entry, note: lock }], article));
	expect(linesOf(rude)).toEqual(concordanceOf([{ article: entry, note: rude }], article));
	expect(opened).toBe(1);
	const detached = { ...entry, isCaptureAttached: false };
	const [line] = concordanceOfTerms(detached, [{ article: detached, note: lock }], open);
	expect(line?.hasContext).toBe(false);
	expect(opened).toBe(1);
});
