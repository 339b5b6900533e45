/**
 * Give every citation of a page a button that copies it, and fill in the day of access where a style asks for
 * it: `__.__.____` becomes today.
 */
const said = document.querySelector('.said');

for (const citation of document.querySelectorAll<HTMLElement>('.citation')) {
	fillInAccessDate(citation);
	// Only a page from a secure address may write to the clipboard.
	if (!isSecureContext) continue;
	const button = document.createElement('button');
	button.type = 'button';
	button.textContent = 'Copy';
	button.setAttribute(
		'aria-label',
		`Copy: ${citation.closest('div')?.querySelector('dt')?.textContent ?? 'citation'}`,
	);
	button.addEventListener('click', () => {
		const text = citation.textContent.trim().replace(/\s+/g, ' ');
		navigator.clipboard.writeText(text).then(
			() => {
				say('Copied.');
			},
			() => {
				say('The browser did not let the citation be copied.');
			},
		);
	});
	citation.after(' ', button);
}

function fillInAccessDate(citation: HTMLElement): void {
	const today = new Date();
	const day = [today.getDate(), today.getMonth() + 1, today.getFullYear()]
		.map((part) => String(part).padStart(2, '0'))
		.join('.');
	for (const node of [...citation.childNodes])
		if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.includes('__.__.____'))
			node.nodeValue = node.nodeValue.replace('__.__.____', day);
}

function say(text: string): void {
	if (said) said.textContent = text;
}
