import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packages } from './packages.ts';

const FOLDER = 'node_modules/.cache/calque-drawings';

/** What draws; another version of it may draw other bytes. */
const drawnBy = ['satori', '@resvg/resvg-js', '@fontsource/literata'].map((name) => {
	const { version } = JSON.parse(
		readFileSync(packages.resolve(`${name}/package.json`), 'utf8'),
	) as {
		version: string;
	};
	return `${name}@${version}`;
});
// As `encodeWithPalette` does.
drawnBy.push(`palette, zlib ${process.versions.zlib}`);

/**
 * Draw what `description` describes, or take it from the last build: a card is drawn in some 60 ms, and of
 * thousands a build changes few. The description must hold everything that the drawing depends on.
 */
export async function keepDrawing(
	description: string,
	draw: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
	const key = createHash('sha256')
		.update([...drawnBy, description].join('\n'))
		.digest('hex');
	const file = join(FOLDER, `${key}.png`);
	try {
		return new Uint8Array(readFileSync(file));
	} catch {
		const drawing = new Uint8Array(await draw());
		mkdirSync(FOLDER, { recursive: true });
		// Whole or not at all: another build may be reading.
		writeFileSync(`${file}.${process.pid}`, drawing);
		renameSync(`${file}.${process.pid}`, file);
		return drawing;
	}
}
