import type { AstroIntegration } from 'astro';
import type { StageMessage } from './run-stage.ts';

/** Tell the build how many pages there are to render, and each time one was rendered. */
export function tellPages(): AstroIntegration {
	return {
		name: 'tell-pages',
		hooks: {
			'astro:build:start': ({ setPrerenderer }) => {
				setPrerenderer((renderer) => ({
					...renderer,
					async getStaticPaths() {
						const paths = await renderer.getStaticPaths();
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
