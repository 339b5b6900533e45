/**
 * Publish the archive as it is: freeze every article that changed since the last release as a revision of its
 * own, and write every new address into content/permalinks.jsonl, which is only ever appended to.
 *
 *   npm run release -- --reason "Corrections by two readers" [--date 2026-11-24] [--dry-run]
 *
 * Exits with 1 where the archive is not fit to be published, with 2 where the command is not understood.
 */
import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { listPermalinks } from '../src/edition/list-permalinks.ts';
import { readArchive, type ArchiveSource } from '../src/edition/read-archive.ts';
import { isPlainDate, parseEdtfDate } from '../src/model/edtf-date.ts';
import { overrideSite } from '../src/model/public-address.ts';
import { checkArchive } from './check-archive.ts';
import { rules } from './checks/rules.ts';
import { hashLines, linesOf } from './evidence/ledger.ts';
import { countOf } from './evidence/show.ts';
import { formatUnwritten, listUnwritten } from './evidence/unwritten.ts';
import { formatProblems } from './format-problems.ts';
import { appendRevision } from './release/append-revision.ts';
import { listNewPermalinks, planFreezes, type Freeze } from './release/plan-release.ts';
import { replaceFile } from './replace-file.ts';

const usage =
	'Usage: npm run release -- --reason "why this release is made" [--date 2026-11-24] [--dry-run]';

const options = readOptions();
if (!options) {
	console.error(usage);
	process.exitCode = 2;
} else {
	const refusal = refuse(readArchive());
	if (refusal === undefined) release(readArchive(), options);
	else {
		console.error(refusal);
		process.exitCode = 1;
	}
}

function readOptions() {
	try {
		const { values } = parseArgs({
			options: {
				reason: { type: 'string' },
				date: { type: 'string', default: new Date().toISOString().slice(0, 10) },
				'dry-run': { type: 'boolean', default: false },
			},
		});
		const reason = values.reason?.trim();
		const isDay = isPlainDate(values.date) && values.date.length === 10;
		if (!reason || !isDay || !parseEdtfDate(values.date)) return undefined;
		return { reason, date: values.date, isDryRun: values['dry-run'] };
	} catch {
		return undefined;
	}
}

/** Say why the archive cannot be published as it is; returns nothing where it can. */
function refuse(archive: ArchiveSource): string | undefined {
	const { problems, failures } = checkArchive(archive, rules);
	// A folder that an interrupted release left behind is frozen again.
	const standing = problems.filter(({ message }) => !/is in no line of permalinks/.test(message));
	if (standing.length > 0)
		return `${formatProblems(standing)}\nNothing was released. Mend these first: what is published stays.`;
	const [failure] = failures;
	if (failure)
		return `Nothing was released: the check of the content failed itself, in the rule ${failure.rule}. Run: npm run check:content`;
	const unwritten = listUnwritten(archive);
	if (unwritten.length > 0) return `${formatUnwritten(unwritten)}\nNothing was released.`;
	const { value } = archive.archive;
	try {
		if (!value || overrideSite(value, process.env['SITE_URL']).site === 'unset')
			return `Nothing was released: the archive has no public address yet, and every address that a release publishes is a promise. Write it as \`site\` in ${archive.archive.path}, one line: site: https://example.org/`;
	} catch (error) {
		return `Nothing was released. ${error instanceof Error ? error.message : String(error)}`;
	}
	return undefined;
}

function release(
	archive: ArchiveSource,
	{ reason, date, isDryRun }: { reason: string; date: string; isDryRun: boolean },
): void {
	const freezes = planFreezes(archive, date, reason);
	if (isDryRun) {
		for (const freeze of freezes) console.log(`${describe(freeze)} would be frozen.`);
		console.log(`${countOf(freezes.length, 'article')} would be frozen. Nothing was written.`);
		return;
	}
	for (const freeze of freezes) {
		freezeOne(archive.root, freeze);
		console.log(`${describe(freeze)}: frozen.`);
	}
	const added = appendPermalinks(readArchive(), date, reason);
	if (freezes.length === 0 && added === 0)
		console.log('Nothing changed since the last release; nothing was written.');
	else
		console.log(
			`Released: ${countOf(freezes.length, 'revision')}, ${countOf(added, 'new line')} in the ledger. Keep content/ under version control with both.`,
		);
}

function describe({ article, revision }: Freeze): string {
	return `Article ${article}, revision ${revision.number}`;
}

/** Copy an article's folder under revisions/, as a whole or not at all. */
function freezeOne(root: string, { source, article, revision, isNew }: Freeze): void {
	const folder = join(root, source.folder);
	if (isNew)
		replaceFile(
			join(folder, 'record.yaml'),
			appendRevision(source.record.file?.text ?? '', revision),
		);
	const target = join(root, 'revisions', String(article), `v${revision.number}`);
	const temporary = join(dirname(target), `.v${revision.number}.${process.pid}.tmp`);
	mkdirSync(dirname(target), { recursive: true });
	try {
		cpSync(folder, temporary, { recursive: true, dereference: true });
		if (existsSync(target)) rmSync(target, { recursive: true });
		renameSync(temporary, target);
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}

/** Add the new addresses to the ledger, and to the releases how far it reaches now; returns how many. */
function appendPermalinks(archive: ArchiveSource, date: string, reason: string): number {
	const { permalinks, releases, root } = archive;
	const lines = linesOf(permalinks.file?.text ?? '');
	const added = listNewPermalinks(listPermalinks(archive), permalinks.value ?? [], date);
	if (added.length === 0) return 0;
	const all = [...lines, ...added.map((entry) => JSON.stringify(entry))];
	const mark = { date, reason, lines: all.length, sha256: hashLines(all) };
	replaceFile(join(root, 'permalinks.jsonl'), all.map((line) => `${line}\n`).join(''));
	const before = linesOf(releases.file?.text ?? '');
	replaceFile(
		join(root, 'releases.jsonl'),
		[...before, JSON.stringify(mark)].map((line) => `${line}\n`).join(''),
	);
	return added.length;
}
