/**
 * Bring an article into the archive: its record, an empty commentary, a reading version to be written, its capture.
 *
 *   npm run new -- page.html [--title …] [--url …] [--outlet …] [--published 2018-11-08] [--language ru]
 *                            [--rights CC-BY-4.0] [--encoding windows-1251] [--dry-run]
 *   npm run new -- --from list.csv [--dry-run]
 *
 * A file is plain text, HTML, MHTML, WARC or WACZ. Exits with 1 where something was not brought in, with 2 where
 * the command is not understood. CALQUE_CONTENT and CALQUE_CAPTURES name other folders.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolders } from '../src/edition/read-archive.ts';
import { showPath } from '../src/edition/read-text-file.ts';
import { findRights } from '../src/model/rights.ts';
import { bringIn, type Brought } from './bring/bring-in.ts';
import { bringList } from './bring/bring-list.ts';
import { formatBar } from './bring/format-bar.ts';
import { readHoldings, type Holdings } from './bring/holdings.ts';
import { sweepLeftovers } from './bring/place-article.ts';
import { Refusal } from './bring/refusal.ts';
import { countOf, cut } from './evidence/show.ts';
import { toPrintable } from './format-problems.ts';

const usage = `Usage: npm run new -- FILE [--title …] [--url …] [--outlet …] [--published 2018-11-08]
                          [--language ru] [--rights CC-BY-4.0] [--encoding windows-1251] [--dry-run]
       npm run new -- --from LIST.csv [--dry-run]`;

type Options = NonNullable<ReturnType<typeof readOptions>>;

const options = readOptions();
if (!options) {
	console.error(usage);
	process.exitCode = 2;
} else {
	try {
		run(options);
	} catch (error) {
		if (error instanceof Refusal) tellRefusal(options.file, error.message);
		else {
			const reason = error instanceof Error ? error.message : String(error);
			tellRefusal(
				options.file,
				`This is a fault of Calque, and of this file nothing was written: ${cut(reason)}. Please report this line.`,
			);
		}
	}
}

function readOptions() {
	try {
		const text = { type: 'string' } as const;
		const { values, positionals } = parseArgs({
			allowPositionals: true,
			options: {
				title: text,
				url: text,
				outlet: text,
				published: text,
				language: text,
				rights: text,
				encoding: text,
				from: text,
				'dry-run': { type: 'boolean', default: false },
			},
		});
		const { from, 'dry-run': isDry, ...choices } = values;
		const [named, ...others] = positionals;
		const file = from ?? named;
		if (!file || others.length > 0) return undefined;
		if (from !== undefined && (named !== undefined || Object.keys(choices).length > 0))
			return undefined;
		const run = { today: new Date().toISOString().slice(0, 10), isDry };
		return { file, isList: from !== undefined, choices, run };
	} catch {
		return undefined;
	}
}

function run({ file, isList, choices, run }: Options): void {
	const folders = contentFolders();
	const holdings = readHoldings(folders);
	if (!run.isDry) sweepLeftovers(folders.content);
	if (isList) {
		runList(holdings, file, run);
		return;
	}
	const brought = bringIn(holdings, resolve(file), choices, run);
	if (brought.kind === 'held')
		tellRefusal(file, `Article ${brought.by} holds this capture already; nothing was written.`);
	else tell(brought, run.isDry);
}

function tellRefusal(file: string, message: string): void {
	console.error(toPrintable(`${cut(file)}: ${message}`));
	process.exitCode = 1;
}

function tell(brought: Extract<Brought, { kind: 'new' }>, isDry: boolean): void {
	const { record, capture, outlet, folder, captureFile } = brought;
	const { published, publisher, title } = record;
	const path = showPath(folder);
	const rows = [
		['read', capture.reading],
		['language', `${capture.language.value} (${capture.language.evidence})`],
		['headline', title.captured],
		['published', published.date],
		['address', publisher.url],
		['outlet', `${outlet.id}${outlet.added ? ', added to outlets.yaml' : ''}`],
		['paragraphs', String(capture.paragraphs.length)],
		['capture', showPath(captureFile)],
		[
			'rights',
			`${findRights(record.capture.rights)?.label ?? ''}, ${record.capture.distributed ? '' : 'not '}distributed`,
		],
	];
	const lines = [
		`${path}: article ${record.number}${isDry ? ' would be written; nothing was' : ''}.`,
		...rows.map(([label = '', value = '']) => `  ${label.padEnd(10)}  ${cut(value, 160)}`),
		...(/^(?:en|unknown)\b/.test(capture.language.value)
			? []
			: [
					`The text is not in English (${capture.language.value}): is it the original, not the translation?`,
				]),
		...(isDry
			? []
			: [
					`Write the notes in ${path}/commentary.mdx, then: npm run anchors && npm run check:content && npm run dev`,
				]),
	];
	console.log(lines.map(toPrintable).join('\n'));
}

function runList(holdings: Holdings, list: string, run: Options['run']): void {
	const counts = { new: 0, held: 0, refused: 0 };
	let done = 0;
	for (const { line, file, kind, says, total } of bringList(holdings, resolve(list), run)) {
		done++;
		counts[kind]++;
		clearBar();
		const row = toPrintable(cut(`${list}:${line}  ${file}: ${says}`, 300));
		if (kind === 'refused') console.error(row);
		else console.log(kind === 'held' ? `${row}, passed over` : row);
		drawBar(done, total, file);
	}
	clearBar();
	console.log(
		`${countOf(counts.new, 'article')} ${run.isDry ? 'would be ' : ''}brought in, ${counts.held} passed over, ${counts.refused} refused.`,
	);
	if (counts.refused > 0) process.exitCode = 1;
}

/** Show on a terminal how far the list is; elsewhere the lines say it. */
function drawBar(done: number, total: number, file: string): void {
	if (process.stdout.isTTY) process.stdout.write(toPrintable(formatBar(done, total, file)));
}

function clearBar(): void {
	if (process.stdout.isTTY) process.stdout.write('\r\x1b[2K');
}
