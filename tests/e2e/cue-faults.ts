import type { Page } from '@playwright/test';

/** A note whose cues are looked for: its paragraph and the number that the page shows. */
type CuedNote = { paragraph: number; ordinal: number };

/**
 * Find where the cues of notes fail those who hear the captured text: in the accessibility tree, the paragraph
 * of each note has one image named “note N begins” and after it one link whose name begins with “Note N”; in
 * its text, neither stands inside a word.
 */
export async function findCueFaults(page: Page, notes: readonly CuedNote[]): Promise<string[]> {
	const heard = await hearParagraphs(page);
	const split = await page.evaluate(findCuesInsideWords);
	const missing = notes.flatMap(({ paragraph, ordinal }) => {
		const cues = heard.get(`p${paragraph}`) ?? [];
		const starts = cues.flatMap((cue, at) => (cue === `image: note ${ordinal} begins` ? [at] : []));
		const isEnd = new RegExp(`^link: Note ${ordinal}(?!\\d)`);
		const ends = cues.flatMap((cue, at) => (isEnd.test(cue) ? [at] : []));
		const where = `note ${ordinal} in p${paragraph}`;
		if (starts.length !== 1) return [`${where} is heard to begin ${starts.length} times`];
		if (ends.length !== 1) return [`${where} is heard to end ${ends.length} times`];
		return (starts[0] ?? 0) < (ends[0] ?? 0) ? [] : [`${where} is heard to end before it begins`];
	});
	const expected = new Set(notes.map(({ ordinal }) => ordinal));
	const strange = [...heard].flatMap(([paragraph, cues]) =>
		cues
			.filter(
				(cue) => cue.startsWith('image: note ') && !expected.has(Number(/\d+/.exec(cue)?.[0])),
			)
			.map((cue) => `${cue}, in ${paragraph}, is of no note`),
	);
	return [...missing, ...strange, ...split];
}

/** What assistive technology is told of each captured paragraph, in order: links and images by their names. */
async function hearParagraphs(page: Page): Promise<Map<string, string[]>> {
	const session = await page.context().newCDPSession(page);
	const { root } = await session.send('DOM.getDocument', { depth: 0 });
	const { nodes } = await session.send('Accessibility.getFullAXTree');
	const byId = new Map(nodes.map((node) => [node.nodeId, node]));
	const listen = (nodeId: string): string[] => {
		const node = byId.get(nodeId);
		const role = String(node?.role?.value).replace(/^img$/, 'image');
		const own = !node?.ignored && ['image', 'link'].includes(role);
		return [
			...(own ? [`${role}: ${String(node?.name?.value ?? '')}`] : []),
			...(node?.childIds ?? []).flatMap(listen),
		];
	};
	const heard = new Map<string, string[]>();
	const paragraphs = await page
		.locator('.paragraph:has(.captured)')
		.evaluateAll((all) => all.map(({ id }) => id));
	for (const id of paragraphs) {
		const selector = `[id="${id}"] .captured`;
		const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
		const { node } = await session.send('DOM.describeNode', { nodeId });
		const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
		heard.set(id, start ? listen(start.nodeId) : []);
	}
	await session.detach();
	return heard;
}

/** Name each cue that parts a word; runs in the page. An apostrophe or hyphen within a word belongs to it. */
function findCuesInsideWords(): string[] {
	const letter = '[\\p{L}\\p{N}\\p{M}]';
	const joint = "['’‐‑-]";
	const begun = new RegExp(`${letter}$`, 'u');
	const joined = new RegExp(`${letter}${joint}$`, 'u');
	const goesOn = new RegExp(`^${letter}`, 'u');
	const goesOnJoined = new RegExp(`^${joint}?${letter}`, 'u');
	return [...document.querySelectorAll('.captured :is(.cue, a.ref)')].flatMap((cue) => {
		const paragraph = cue.closest('.captured');
		if (!paragraph) return [];
		const range = document.createRange();
		range.setStart(paragraph, 0);
		range.setEndBefore(cue);
		const before = range.toString();
		const after = paragraph.textContent.slice(before.length);
		const isInside =
			(begun.test(before) && goesOnJoined.test(after)) ||
			(joined.test(before) && goesOn.test(after));
		const place = `${before.slice(-8)}|${after.slice(0, 8)}`;
		return isInside ? [`“${cue.ariaLabel}” stands inside a word: ${place}`] : [];
	});
}
