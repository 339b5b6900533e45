/** The button in the footer that turns the page from light to dark and back, and remembers it. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
	const isDark = () =>
		getComputedStyle(document.documentElement).colorScheme === 'dark' ||
		(document.documentElement.dataset['theme'] === undefined &&
			matchMedia('(prefers-color-scheme: dark)').matches);
	const label = () => (button.textContent = isDark() ? 'Light page' : 'Dark page');
	button.hidden = false;
	label();
	button.addEventListener('click', () => {
		const theme = isDark() ? 'light' : 'dark';
		document.documentElement.dataset['theme'] = theme;
		try {
			localStorage.setItem('calque-theme', theme);
		} catch {
			// The choice then holds for this page only.
		}
		label();
	});
}

export {};
