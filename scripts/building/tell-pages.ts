import type { AstroIntegration } from 'astro';
import { partOf, type Part } from './part.ts';
import type { StageMessage } from './run-stage.ts';

/**
 * Render the pages of one part alone, and tell the build when what all parts share was read, how many pages there
 * are to render, and each time one was.
 */
export function tellPages({ index, of }: Part): AstroIntegration {
	return {
		name: 'tell-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				tell({ hasRead: true });
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
						tell({ rendered: 1 });
						return page;
					},
				}));
			},
		},
	};
}

function tell(message: StageMessage): void {
	process.send?.(message);
}
