/**
 * Check everything under content/ and report every fault at once.
 *
 *   npm run check:content                 exit 0: no problems · 1: problems · 2: the check itself failed
 *   npm run check:content -- --json       the same as JSON, for other tools
 *   npm run check:content -- --list       every rule with the state that it asks for
 *
 * CALQUE_CONTENT and CALQUE_CAPTURES name other folders than content/ and content/captures.
 */
import { readArchive } from '../src/edition/read-archive.ts';
import { checkArchive } from './check-archive.ts';
import { rules } from './checks/rules.ts';
import { countOf } from './evidence/show.ts';
import { formatUnwritten, listUnwritten } from './evidence/unwritten.ts';
import { formatProblems } from './format-problems.ts';

const [option, ...others] = process.argv.slice(2);
const options = [undefined, '--json', '--list'];

if (!options.includes(option) || others.length > 0) {
	console.error('Usage: npm run check:content [-- --json | --list]');
	process.exitCode = 2;
} else if (option === '--list') {
	for (const { id, states } of rules) console.log(`${id}\n  ${states}`);
} else {
	try {
		report(option === '--json');
	} catch (error) {
		admitFailure('reading the archive', error);
	}
}

function report(isJson: boolean): void {
	const archive = readArchive();
	const { problems, failures } = checkArchive(archive, rules);
	const articles = archive.articles.length;
	const imported = archive.rated.length;
	const notes = archive.articles.reduce(
		(sum, { commentary }) =>
			sum + commentary.written.filter(({ element }) => element === 'Note').length,
		0,
	);
	const unwritten = listUnwritten(archive);
	if (isJson) console.log(JSON.stringify({ problems, articles, notes, unwritten }, null, '\t'));
	else if (problems.length > 0) console.log(formatProblems(problems));
	else if (failures.length === 0)
		console.log(
			`${countOf(articles, 'article')}, ${countOf(notes, 'note')}${imported === 0 ? '' : `, ${imported} imported`}: no problems.`,
		);
	// What is to be written is no fault: the article can be looked at meanwhile.
	if (!isJson && unwritten.length > 0) console.log(`\n${formatUnwritten(unwritten)}`);
	if (problems.length > 0) process.exitCode = 1;
	for (const { rule, error } of failures) admitFailure(`rule ${rule}`, error);
}

/** Say that the check itself failed: the author can do nothing about it. */
function admitFailure(what: string, error: unknown): void {
	const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n', 1);
	console.error(
		`This is a fault of Calque, not of the content: ${what} failed.\n  ${reason}\nThe content may have problems that are not listed. Please report this line and the command.`,
	);
	process.exitCode = 2;
}
