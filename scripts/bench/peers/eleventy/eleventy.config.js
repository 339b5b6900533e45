/** The site as Eleventy builds it: templates in `pages`, texts and facts in `content`. */
export default function configure(config) {
	config.addPassthroughCopy({ static: '/' });
	config.setQuietMode(true);
	return {
		dir: { input: 'pages', includes: '../includes', data: '../data', output: 'built' },
		templateFormats: ['11ty.js'],
	};
}
