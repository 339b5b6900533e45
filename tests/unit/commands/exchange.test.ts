import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { listArticleFolders } from '../../../src/edition/read-archive.ts';
import { setFormats } from '../../../src/exchange/annotated/formats.ts';

const work = mkdtempSync(join(tmpdir(), 'calque-exchange-'));
afterAll(() => {
	rmSync(work, { recursive: true, force: true });
});
const head = 'system\tdoc\tdoc_id\tseg_id\trater\tsource\ttarget\tcategory\tseverity';
const rows = [
	'A\td\t1\t7\tr1\tDie "Quelle"\t"The <v>sauce</v>"\tAccuracy/Mistranslation\tMajor',
	'A\td\t1\t7\tr2\tDie "Quelle"\t"The sauce"\tNo-error\tNo-error',
	'B\td\t1\t7\tr1\tDie <v>"Quelle"</v>\t😀 <v>\u00a0</v>spring\tSource error\tMinor',
].map((row, index) => (index === 2 ? row.replace('<v>"Quelle"</v>', '"Quelle"') : row));
const table = join(work, 'set.tsv');
writeFileSync(table, [head, ...rows, ''].join('\n'));

function run(script: string, ...args: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[`scripts/${script}.ts`, ...args],
		{
			encoding: 'utf8',
		},
	);
	return { status, stdout, stderr };
}

const articles = join(work, 'one/articles');

test('a set becomes an article for each document of each system, once', () => {
	expect(run('import', 'mqm-tsv', table, '--into', articles)).toMatchObject({ status: 0 });
	expect(readdirSync(articles)).toEqual(['1-a-d', '2-b-d']);
	expect(readFileSync(join(articles, '1-a-d/capture.txt'), 'utf8')).toBe('"The sauce"\n');
	const again = run('import', 'mqm-tsv', table, '--into', articles);
	expect(again.status).toBe(1);
	expect(again.stderr).toContain('2 of 2 documents are in');
	expect(again.stderr).toContain('1-a-d, 2-b-d');
	expect(readdirSync(articles)).toHaveLength(2);
});

test.each([...setFormats.keys()])('it goes out as %s and comes back', (format) => {
	const out = join(work, `set.${format}`);
	expect(run('export', format, '--from', articles, '--out', out).status).toBe(0);
	const into = join(work, format, 'articles');
	expect(run('import', format, out, '--into', into)).toMatchObject({ status: 0 });
	expect(run('export', 'mqm-tsv', '--from', into, '--out', `${out}.tsv`).status).toBe(0);
	const back = readFileSync(`${out}.tsv`, 'utf8').trim().split('\n').slice(1);
	const bare = (row: string) =>
		/mtme|offset/.test(format) ? row.replace(/^(.*?\t.*?\t)\d+/, '$17') : row;
	expect(back.sort()).toEqual(rows.map(bare).sort());
});

test('an unknown label or a broken row leaves nothing behind', () => {
	const broken = join(work, 'broken.tsv');
	const into = join(work, 'none');
	writeFileSync(
		broken,
		[head, ...rows, rows[0]?.replace('Mistranslation', 'Mistake'), ''].join('\n'),
	);
	const refused = run('import', 'mqm-tsv', broken, '--into', into);
	expect(refused.status).toBe(1);
	expect(refused.stderr).toContain(`${broken}:5:8  The category “Accuracy/Mistake” is not known.`);
	expect(existsSync(into)).toBe(false);
	expect(run('import', 'mqm', table, '--into', into).status).toBe(2);
	writeFileSync(broken, Buffer.concat([Buffer.from(`${head}\n`), Buffer.from([0xff, 0x0a])]));
	expect(run('import', 'mqm-tsv', broken, '--into', into).stderr).toContain('not in UTF-8');
});

test('numbers go on after the highest, and the archive with them has no problems', () => {
	const content = join(work, 'content');
	const highest = Math.max(...listArticleFolders('content').map((name) => Number.parseInt(name)));
	mkdirSync(content);
	cpSync('content', content, { recursive: true, filter: (path) => !/captures/.test(path) });
	expect(run('import', 'mqm-tsv', table, '--into', join(content, 'articles')).stdout).toContain(
		`no. ${highest + 1} to ${highest + 2}`,
	);
	const { status, stdout } = spawnSync(process.execPath, ['scripts/check-content.ts'], {
		encoding: 'utf8',
		env: { ...process.env, CALQUE_CONTENT: content },
	});
	expect({ status, stdout }).toEqual({
		status: 0,
		stdout: expect.stringContaining('2 imported: no problems.'),
	});
});

test('the archive’s own notes go out, but no text that may not be distributed', () => {
	const out = join(work, 'own.json');
	const { stdout } = run('export', 'web-annotation', '--out', out);
	expect(stdout).toContain('notes of article 1, since its captured text may not be distributed');
	const text = readFileSync(out, 'utf8');
	expect(text).toContain('Telegram y las claves');
	expect(text).not.toContain('The source spoke about');
	expect(text).toContain('"the Calque editors, machine-assisted"');
});

test('scores name their profile', () => {
	const { stdout } = run('score', '--profile', 'google', '--by', 'system', '--from', articles);
	expect(stdout).toBe(
		'B\tgoogle 1.000000\t95 % 1.000000 to 1.000000\t1 segments\nA\tgoogle 2.500000\t95 % 2.500000 to 2.500000\t1 segments\n',
	);
	expect(run('score', '--profile', 'best', '--by', 'system').status).toBe(2);
});
