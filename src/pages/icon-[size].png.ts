import type { APIRoute, GetStaticPaths } from 'astro';
import { drawIcon } from '../sharing/draw-icon.ts';
import { iconSizes } from '../sharing/icon.ts';

/** The icon in the sizes that home screens and the manifest ask for. */
export const getStaticPaths = (() =>
	iconSizes.map((size) => ({
		params: { size: String(size) },
	}))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => new Response(drawIcon(Number(params['size'])));
