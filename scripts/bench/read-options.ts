import { parseArgs } from 'node:util';
import { tools, type Tool } from './tools.ts';
import { scopes, type Scope } from './write-peer-content.ts';

export const parts = [...tools, 'search'] as const;
export type Part = (typeof parts)[number];

export type Options = {
	articles: number;
	seed: number;
	runs: number;
	/** What is measured. */
	only: Part[];
	pages: Scope;
	/** A file for the figures. */
	json: string | undefined;
	/** An archive that is there already, in place of one that is made. */
	from: string | undefined;
	/** The site that Calque built of it, to measure the search of, in place of one that is built. */
	site: string | undefined;
	/** Write an archive into this folder and do nothing else. */
	write: string | undefined;
	/** Compare what is built in place of measuring it. */
	compare: boolean;
};

/** Read the command line of the bench. Throws with one line that says what is wrong. */
export function readOptions(args: readonly string[]): Options {
	const { values } = parseArgs({
		args: [...args],
		options: {
			articles: { type: 'string' },
			seed: { type: 'string', default: '1' },
			runs: { type: 'string', default: '3' },
			only: { type: 'string' },
			pages: { type: 'string', default: 'all' },
			json: { type: 'string' },
			from: { type: 'string' },
			site: { type: 'string' },
			write: { type: 'string' },
			compare: { type: 'boolean', default: false },
		},
	});
	const { only, pages, json, from, site, write, compare } = values;
	if (from !== undefined && (write !== undefined || values.articles !== undefined))
		throw new Error('--from takes an archive as it is: without --articles and --write.');
	if (site !== undefined && (from === undefined || only !== 'search'))
		throw new Error('--site takes what was built of an archive: with --from and --only search.');
	return {
		articles: readCount('--articles', values.articles ?? (compare ? '30' : '1000')),
		seed: readCount('--seed', values.seed),
		runs: readCount('--runs', values.runs),
		only:
			only === undefined ? [...parts] : only.split(',').map((part) => oneOf('--only', part, parts)),
		pages: oneOf('--pages', pages, scopes),
		...{ json, from, site, write, compare },
	};
}

/** Say which tools are measured. */
export function toolsOf({ only }: Options): Tool[] {
	return tools.filter((tool) => only.includes(tool));
}

function readCount(option: string, text: string): number {
	const count = Number(text);
	if (!/^\d+$/.test(text) || !Number.isSafeInteger(count) || count < 1)
		throw new Error(`${option} takes a whole number from 1 on, not ${JSON.stringify(text)}.`);
	return count;
}

function oneOf<Name extends string>(option: string, text: string, names: readonly Name[]): Name {
	const found = names.find((name) => name === text);
	if (found === undefined)
		throw new Error(`${option} takes ${names.join(', ')}, not ${JSON.stringify(text)}.`);
	return found;
}
