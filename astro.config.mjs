import mdx from '@astrojs/mdx';
import { unified } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { annotateInBrowser } from './scripts/annotate-in-browser.ts';
import { relativeAssets } from './scripts/relative-assets.ts';
import { contentFolders } from './src/edition/read-archive.ts';

// Another archive, such as a test's, must never meet what was kept of this one.
const archiveName = contentFolders().content.replace(/\W+/g, '-');

export default defineConfig({
	cacheDir: `./node_modules/.astro/${archiveName}`,
	integrations: [mdx(), relativeAssets(), annotateInBrowser()],
	markdown: {
		// One Markdown engine for pages and commentary; typographic changes would alter quoted text.
		processor: unified({ gfm: true, smartypants: false }),
		syntaxHighlight: false,
	},
	// The default, 'jsx', drops line breaks between inline elements and so joins words.
	compressHTML: true,
	trailingSlash: 'always',
	build: { inlineStylesheets: 'never' },
	devToolbar: { enabled: false },
	vite: {
		// A site that is built meanwhile is no change of what is edited.
		server: { watch: { ignored: ['**/.*-build/**'] } },
		build: {
			// Scripts stay files, so that the policy needs no hash for them.
			assetsInlineLimit: 0,
			rolldownOptions: {
				// What every page runs, and what several import, is one file: a first search waits for no more than
				// it must. `copy-citations.ts` runs where it is loaded, so only pages with citations may load it.
				output: {
					codeSplitting: {
						groups: [
							{
								name: 'shared',
								test: /src\/(?:browser\/(?!copy-citations)|search\/)[\w-]+\.ts$/,
								minShareCount: 2,
							},
						],
					},
				},
				// Astro marks its own modules with a directive that the bundler does not know, and drops it again.
				onLog(level, log, write) {
					if (log.code !== 'MODULE_LEVEL_DIRECTIVE') write(level, log);
				},
			},
		},
	},
});
