/**
 * Check everything under content/ and report every fault at once.
 *
 *   npm run check:content                 exit 0: no problems · 1: problems · 2: the check itself failed
 *   npm run check:content -- --json       the same as JSON, for other tools
 *   npm run check:content -- --list       every rule with the state that it asks for
 *
 * With --keep FILE, as `npm run build` has it, what is without problems is kept, and FILE lists it.
 *
 * CALQUE_CONTENT and CALQUE_CAPTURES name other folders than content/ and content/captures.
 */
import { listContents } from '../src/edition/keep-archive.ts';
import { keepFolderOf, openKeep } from '../src/edition/keep-articles.ts';
import { contentFolders, type ContentFolders } from '../src/edition/read-archive.ts';
import { writeContentsFile } from './building/contents-file.ts';
import { checkInThreads } from './check-in-threads.ts';
import { rules } from './checks/rules.ts';
import { countOf } from './evidence/show.ts';
import { formatUnwritten, listUnwrittenOutlets } from './evidence/unwritten.ts';
import { formatProblems } from './format-problems.ts';
import { startProgress, type Progress } from './show-progress.ts';

const [option, ...others] = process.argv.slice(2);
const [file] = others;
const options = [undefined, '--json', '--list', '--keep'];

if (!options.includes(option) || others.length !== (option === '--keep' ? 1 : 0)) {
	console.error('Usage: npm run check:content [-- --json | --list]');
	process.exitCode = 2;
} else if (option === '--list') {
	for (const { id, states } of rules) console.log(`${id}\n  ${states}`);
} else {
	try {
		await report(option === '--json', file);
	} catch (error) {
		admitFailure('reading the archive', error);
	}
}

async function report(isJson: boolean, keptFile: string | undefined): Promise<void> {
	const folders = contentFolders();
	const { archive, problems, failures, outlines, kept, tombstones } = await check(
		folders,
		keptFile !== undefined,
	);
	const articles = outlines.length;
	const imported = archive.rated.length;
	const notes = outlines.reduce((sum, { noteCount }) => sum + noteCount, 0);
	const unwritten = [
		...outlines.flatMap((article) => article.unwritten),
		...listUnwrittenOutlets(archive),
	];
	if (isJson) console.log(JSON.stringify({ problems, articles, notes, unwritten }, null, '\t'));
	else if (problems.length > 0) console.log(formatProblems(problems));
	else if (failures.length === 0)
		console.log(
			`${countOf(articles, 'article')}, ${countOf(notes, 'note')}${imported === 0 ? '' : `, ${imported} imported`}: no problems.`,
		);
	// What is to be written is no fault: the article can be looked at meanwhile.
	if (!isJson && unwritten.length > 0) console.log(`\n${formatUnwritten(unwritten)}`);
	if (problems.length > 0) process.exitCode = 1;
	else if (failures.length === 0 && keptFile !== undefined) {
		const keep = openKeep(folders, keepFolderOf(folders));
		const contents = listContents(folders, keep, kept, tombstones, archive.rated);
		writeContentsFile(keptFile, contents);
	}
	for (const { rule, error } of failures) admitFailure(`rule ${rule}`, error);
}

async function check(folders: ContentFolders, keeps: boolean) {
	let progress: Progress | undefined;
	const begin = (articles: number) => {
		progress = startProgress('Checking the content', articles);
		return progress.advance;
	};
	try {
		return await checkInThreads(folders, { keeps, begin });
	} finally {
		progress?.end();
	}
}

/** Say that the check itself failed: the author can do nothing about it. */
function admitFailure(what: string, error: unknown): void {
	const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n', 1);
	console.error(
		`This is a fault of Calque, not of the content: ${what} failed.\n  ${reason}\nThe content may have problems that are not listed. Please report this line and the command.`,
	);
	process.exitCode = 2;
}
