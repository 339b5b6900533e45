import type { APIRoute } from 'astro';
import { loadArchive } from '../archive/load-authorities.ts';
import { loadColours } from '../sharing/colours.ts';
import { iconPath } from '../sharing/icon.ts';

/** What a browser needs to keep the site like a program; its addresses count from the manifest's own. */
export const GET: APIRoute = async () => {
	const { title, summary } = await loadArchive();
	const paper = loadColours()('paper');
	return new Response(
		JSON.stringify(
			{
				name: title,
				short_name: title,
				description: summary,
				lang: 'en-GB',
				start_url: './',
				scope: './',
				display: 'minimal-ui',
				background_color: paper,
				theme_color: paper,
				icons: [
					{ src: './favicon.svg', sizes: 'any', type: 'image/svg+xml' },
					...([192, 512] as const).map((size) => ({
						src: `.${iconPath(size)}`,
						sizes: `${size}x${size}`,
						type: 'image/png',
						purpose: 'any maskable',
					})),
				],
			},
			null,
			'\t',
		),
	);
};
