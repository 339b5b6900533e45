import { expect as expectSoon, type Page } from '@playwright/test';
import type { Selection } from './editor-selections.ts';

/** A page is loaded again after each note, and the machine may have other work. */
export const expect = expectSoon.configure({ timeout: 60_000 });

/** Select words of a paragraph, as a reader does. */
export async function select(
	page: Page,
	{ paragraph, startCodeUnit, endCodeUnit }: Omit<Selection, 'kind' | 'fields' | 'choices'>,
): Promise<void> {
	await page.locator(`#p${paragraph} .captured`).evaluate(
		(text, [start, end]) => {
			const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
			const points: [Node, number][] = [];
			let before = 0;
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const length = node.textContent?.length ?? 0;
				if (points.length === 0 && start < before + length) points.push([node, start - before]);
				if (points.length === 1 && end <= before + length) points.push([node, end - before]);
				before += length;
			}
			const [from, to] = points;
			if (from && to) getSelection()?.setBaseAndExtent(...from, ...to);
		},
		[startCodeUnit, endCodeUnit] as const,
	);
}

/** Fill in a note in the open dialog. */
export async function fill(page: Page, { fields, choices }: Selection): Promise<void> {
	const dialog = page.getByRole('dialog');
	for (const [label, value] of Object.entries(choices))
		await dialog.getByLabel(label, { exact: true }).selectOption(value);
	for (const [label, value] of Object.entries(fields))
		await dialog.getByLabel(label, { exact: true }).fill(value);
}

/** Write the note of the open dialog, also where it is near another; returns its id. */
export async function write(page: Page): Promise<string> {
	const dialog = page.getByRole('dialog');
	await dialog.getByRole('button', { name: 'Write the note' }).click();
	const insist = dialog.getByRole('button', { name: 'Write it all the same' });
	const written = page.locator('.annotate [role=status]').filter({ hasText: /was written/ });
	const refused = dialog.getByRole('heading', { name: /^Not written:/ });
	await expect(insist.or(refused).or(written).first()).toBeVisible();
	if (await insist.isVisible()) await insist.click();
	await expect(refused.or(written).first()).toBeVisible();
	await expect(refused).toBeHidden();
	for (;;)
		try {
			const [, id] = /^Note (\S+) was written/.exec((await written.textContent()) ?? '') ?? [];
			if (id !== undefined) return id;
		} catch (error) {
			// The page is being loaded again.
			if (!/navigation|destroyed/.test(String(error))) throw error;
		}
}

/** Select, fill in and write within the page, by the same dialog; returns the id of the note. */
export async function writeWithin(page: Page, selection: Selection): Promise<string> {
	await select(page, selection);
	return page.evaluate(async ({ fields, choices }) => {
		const find = <Found extends Element>(selector: string) =>
			document.querySelector<Found & HTMLElement>(selector);
		const bar = find<HTMLElement>('.annotate [role=status]');
		if (bar) bar.textContent = '';
		// The selection is told of by an event that comes a moment later.
		await new Promise((resolve) => setTimeout(resolve, 20));
		find<HTMLButtonElement>('.annotate button')?.click();
		for (const [label, value] of Object.entries({ ...fields, ...choices })) {
			const labels = [...document.querySelectorAll<HTMLLabelElement>('.note-editor label')];
			const control = labels.find(({ textContent }) => textContent === label)?.control;
			if (control && 'value' in control) control.value = value;
		}
		find<HTMLButtonElement>('.note-editor [type=submit]')?.click();
		for (let tries = 0; tries < 4000; tries++) {
			const [, id] = /^Note (.*) was written/.exec(bar?.textContent ?? '') ?? [];
			if (id !== undefined) return id;
			const insist = [...document.querySelectorAll<HTMLButtonElement>('.answer button')].find(
				({ textContent }) => textContent === 'Write it all the same',
			);
			if (insist && !insist.disabled) {
				insist.click();
				insist.disabled = true;
			} else if (find('.answer h3')?.textContent?.startsWith('Not written') === true && !insist)
				throw new Error(find('.answer')?.textContent ?? '');
			await new Promise((resolve) => setTimeout(resolve, 10));
		}
		throw new Error('The note was not written in time.');
	}, selection);
}

/** Keep the page from being loaded again by the server, which tells it through a socket. */
export async function holdPage(page: Page): Promise<void> {
	await page.routeWebSocket(/.*/, () => undefined);
}
