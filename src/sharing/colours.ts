import { readFileSync } from 'node:fs';

/** Read the site's colours, by the names they have in tokens.css, for what is drawn outside a browser. */
export function loadColours(scheme: 'light' | 'dark' = 'light'): (name: string) => string {
	const tokens = readFileSync('src/styles/tokens.css', 'utf8');
	return (name) => {
		const [, light, dark] =
			new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens) ?? [];
		const colour = scheme === 'light' ? light : dark;
		if (colour === undefined) throw new Error(`src/styles/tokens.css names no colour --${name}.`);
		return colour;
	};
}
