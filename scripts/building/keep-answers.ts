import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { StyledCitation } from '../../src/citing/format-styles.ts';
import type { KeptAnswers } from '../../src/citing/kept-answers.ts';

const FOLDER = 'node_modules/.cache/calque-citations';
/** What decides the answers, beside the engine. */
const STYLES = 'src/citing';

/** A file of this many bytes is read in a second; what does not fit in is asked again. */
const MAX_BYTES = 100_000_000;

type Line = [style: string, shape: string, answer: StyledCitation];

/**
 * Open what the citation engine answered in earlier builds: an answer takes it some ten milliseconds. `keepNew` keeps
 * what was added since, or since it was last called.
 */
export function openAnswers(
	folder = FOLDER,
	styles = STYLES,
): { answers: KeptAnswers; keepNew: () => void } {
	const file = join(folder, `${hashStyles(styles)}.jsonl`);
	const answers: KeptAnswers = new Map();
	const counts = new Map<string, number>();
	for (const [style, shape, answer] of readLines(file)) {
		const known = answers.get(style) ?? new Map<string, StyledCitation>();
		answers.set(style, known.set(shape, answer));
		counts.set(style, known.size);
	}
	return {
		answers,
		keepNew: () => {
			const lines = [...answers].flatMap(([style, known]) =>
				[...known]
					.slice(counts.get(style) ?? 0)
					.map(([shape, answer]): Line => [style, shape, answer]),
			);
			if (lines.length === 0) return;
			for (const [style, known] of answers) counts.set(style, known.size);
			mkdirSync(folder, { recursive: true });
			for (const name of readdirSync(folder))
				if (join(folder, name) !== file) rmSync(join(folder, name), { force: true });
			const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
			const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
			// A line begun by a process that was killed is ended first.
			if (size + text.length < MAX_BYTES) appendFileSync(file, `\n${text}`);
		},
	};
}

/** Read the lines of a file that may not be there; one that is not whole was not. */
function readLines(file: string): Line[] {
	let text: string;
	try {
		text = readFileSync(file, 'utf8');
	} catch {
		return [];
	}
	return text.split('\n').flatMap((line) => {
		try {
			return line === '' ? [] : [JSON.parse(line) as Line];
		} catch {
			return [];
		}
	});
}

/** Hash all that decides what the engine answers. */
function hashStyles(folder: string): string {
	const hash = createHash('sha256').update(process.version);
	const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
	const files = names.map((name) => join(folder, name));
	for (const file of [...files.filter((path) => statSync(path).isFile()), 'package-lock.json'])
		hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
	return hash.digest('hex').slice(0, 16);
}
