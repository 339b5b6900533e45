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
				// What every page runs is one file, in which other scripts find what they have in common with it; Astro’s
				// entry belongs to it, or it would be two. A reader waits for each file that one names in another.
				output: {
					codeSplitting: {
						groups: [
							{
								name: 'every-page',
								test: /\/Page\.astro\?astro&type=script|\/src\/browser\/(?:every-page|fetch-faces|register-worker|theme-switch|install-worker|edition)\.ts$|\/src\/search\/(?:site-root|read-tokens)\.ts$/,
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
