import type { AstroIntegration } from 'astro';
import { partOf, type Part } from './part.ts';
import type { StageMessage } from './run-stage.ts';

/** How often the build is told how many pages were rendered, in milliseconds. */
const TELLING = 100;

/**
 * Render the pages of one part alone, and tell the build when what all parts share was read, how many pages there
 * are to render, and how many were.
 */
export function tellPages({ index, of }: Part): AstroIntegration {
	return {
		name: 'tell-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				tell({ hasRead: true });
				let rendered = 0;
				let lastTold = 0;
				const tellRendered = () => {
					tell({ rendered });
					rendered = 0;
					lastTold = Date.now();
				};
				setPrerenderer((renderer) => ({
					...renderer,
					async getStaticPaths() {
						const all = await renderer.getStaticPaths();
						const paths = all.filter(({ pathname }) => partOf(pathname, of) === index);
						tell({ pages: paths.length });
						return paths;
					},
					async render(request, options) {
						const page = await renderer.render(request, options);
						rendered++;
						if (Date.now() - lastTold >= TELLING) tellRendered();
						return page;
					},
					async teardown() {
						tellRendered();
						await renderer.teardown?.();
					},
				}));
			},
		},
	};
}

function tell(message: StageMessage): void {
	process.send?.(message);
}
