document.documentElement.dataset.scripts = 'on';
try {
	const theme = localStorage.getItem('calque-theme');
	if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {}
