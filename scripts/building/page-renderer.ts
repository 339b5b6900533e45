/**
 * Astro's own function that renders a component, taken into the bundle as if it were a page: what a bundle renders with
 * knows its own components only.
 */
export { renderToString } from 'astro/runtime/server/index.js';
