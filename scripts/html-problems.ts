import { execFileSync, spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HtmlValidate, StaticConfigLoader, type ConfigData } from 'html-validate';
import type { Problem } from '../src/model/problem.ts';

const hint = 'Mend the component, layout or page that writes this; then run: npm run build';

/** Say whether a Java runs on this machine. */
export function hasJava(): boolean {
	return spawnSync('java', ['-version'], { stdio: 'ignore' }).status === 0;
}

type Message = {
	url: string;
	lastLine: number;
	firstColumn?: number;
	lastColumn: number;
	message: string;
	extract?: string;
};

/**
 * Find what the W3C's checker holds against the HTML pages of a folder, CSS and SVG in them included. Needs
 * Java; throws where the checker itself fails.
 */
export function findW3cProblems(folder: string): Problem[] {
	const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
	const options = ['--errors-only', '--format', 'json', '--skip-non-html', '--exit-zero-always'];
	const report = execFileSync('java', ['-jar', jar, ...options, '--stdout', folder], {
		encoding: 'utf8',
		maxBuffer: 1 << 30,
	});
	const { messages } = JSON.parse(report) as { messages: Message[] };
	return messages
		.map((one) => ({ ...one, message: withoutKnownWords(one.message) }))
		.filter(({ message }) => !/^Bad value .*: *$/u.test(message))
		.map(({ url, lastLine, firstColumn, lastColumn, message, extract }) => ({
			rule: 'w3c-checker',
			file: relative('.', fileURLToPath(url)),
			line: lastLine,
			column: firstColumn ?? lastColumn,
			message: message.trim(),
			evidence: extract === undefined ? [] : [{ label: 'near', value: extract.slice(0, 160) }],
			hint,
		}));
}

/** The checker is older than this word of the Content Security Policy, level 3, which search needs. */
function withoutKnownWords(message: string): string {
	return message.replace('Expecting source-expression but found "\'wasm-unsafe-eval\'". ', '');
}

const config: ConfigData = {
	extends: ['html-validate:recommended'],
	rules: {
		// Spaces at the end of a line stand in captured text, which nothing may alter.
		'no-trailing-whitespace': 'off',
		// A title is evidence; it is not cut to what a search engine shows.
		'long-title': 'off',
		// `articles.jsonl` is the id of a file's heading, and a promise; HTML allows it.
		'valid-id': ['error', { relaxed: true }],
		// A table that scrolls is a region to the keyboard, not a section of the document.
		'prefer-native-element': ['error', { exclude: ['region'] }],
		// The switches above a text act through the sheet; there is nothing to submit.
		'wcag/h32': 'off',
	},
};

/** Find what html-validate, which knows rules beyond the standard's, holds against HTML files. */
export async function findMarkupProblems(files: readonly string[]): Promise<Problem[]> {
	const validator = new HtmlValidate(new StaticConfigLoader(config));
	const { results } = await validator.validateMultipleFiles([...files]);
	return results.flatMap(({ filePath, messages }) =>
		messages.map(({ ruleId, line, column, message, selector }) => ({
			rule: ruleId,
			file: relative('.', filePath),
			line,
			column,
			message: message.endsWith('.') ? message : `${message}.`,
			evidence: selector === null ? [] : [{ label: 'at', value: selector }],
			hint,
		})),
	);
}
