import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packages.ts';

const FOLDER = 'node_modules/.cache/calque-drawings';

/** What draws, but for the shaping, which the description shows; another version of it may draw other bytes. */
const drawnBy = ['@resvg/resvg-js', '@fontsource/literata'].map((name) => {
	const { version } = JSON.parse(
		readFileSync(packages.resolve(`${name}/package.json`), 'utf8'),
	) as {
		version: string;
	};
	return `${name}@${version}`;
});
// How it is coloured and packed; the number is raised where either changes.
drawnBy.push(`shades 1, zlib ${process.versions.zlib}`);

/**
 * Draw what `description` describes, or take it from the last build: a card is drawn in some 5 ms, and of
 * thousands a build changes few. The description must hold everything that the drawing depends on.
 */
export function keepDrawing(
	description: string,
	draw: () => Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
	const key = createHash('sha256')
		.update([...drawnBy, description].join('\n'))
		.digest('hex');
	const file = join(FOLDER, `${key}.png`);
	try {
		return new Uint8Array(readFileSync(file));
	} catch {
		const drawing = draw();
		mkdirSync(FOLDER, { recursive: true });
		// Whole or not at all: another build may be reading.
		writeFileSync(`${file}.${process.pid}`, drawing);
		renameSync(`${file}.${process.pid}`, file);
		return drawing;
	}
}
