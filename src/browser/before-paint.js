{
	const { dataset } = document.documentElement;
	dataset.scripts = 'on';
	try {
		const theme = localStorage.getItem('calque-theme');
		if (theme === 'light' || theme === 'dark') dataset.theme = theme;
		if (location.protocol === 'file:' || localStorage.getItem('calque-faces')) {
			dataset.faces = 'on';
			for (const face of document.querySelectorAll('[as=font]')) face.media = 'all';
		}
	} catch {}
}
