import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layTogether } from '../../../scripts/building/lay-together.ts';
import { openShards } from '../../../scripts/building/shards.ts';
import { writeFolder } from '../temporary-folder.ts';

const here = { content: 'content', code: 'code' };

/** Lay shards in a folder, each with one page; returns the folder. */
function layShards(
	...shards: { name?: string; shard: string; [field: string]: unknown }[]
): string {
	return writeFolder(
		Object.fromEntries(
			shards.flatMap(({ name, ...shard }) => {
				const folder = name ?? shard.shard.replace('/', '-of-');
				const manifest = { format: 1, ...here, files: { 'index.html': 4 }, ...shard };
				return [
					[`${folder}/shard.json`, JSON.stringify(manifest)],
					[`${folder}/site/index.html`, 'page'],
				];
			}),
		),
	);
}

test('the shards of one build are opened in their order, whatever their folders are called', () => {
	const from = layShards({ name: 'b', shard: '1/2' }, { name: 'a', shard: '2/2' });
	expect(openShards(from, here)).toEqual([join(from, 'b/site'), join(from, 'a/site')]);
});

test('shards that are not those of one build are refused, each with its reason', () => {
	const refusal = (from: string) => {
		try {
			return openShards(from, here);
		} catch (error) {
			return (error as Error).message.replaceAll(`${from}/`, '').replaceAll(from, 'FROM');
		}
	};
	expect(refusal(writeFolder({ 'note.txt': '' }))).toMatchInlineSnapshot(
		`"There is no shard in FROM. Build each with: npm run build -- --shard 1/3"`,
	);
	expect(refusal('/nowhere')).toMatch(/^There is no shard in /);
	expect(refusal(layShards({ shard: '2/4' }, { shard: '3/4' }))).toMatchInlineSnapshot(
		`"Of the shards in FROM there is no 1/4, no 4/4."`,
	);
	expect(
		refusal(layShards({ shard: '1/2' }, { name: 'again', shard: '1/2' })),
	).toMatchInlineSnapshot(`"1-of-2 and again are both shard 1/2."`);
	expect(refusal(layShards({ shard: '1/2' }, { shard: '2/3' }))).toMatchInlineSnapshot(
		`"1-of-2 is one of 2 shards, 2-of-3 one of 3."`,
	);
	expect(
		refusal(layShards({ shard: '1/2' }, { shard: '2/2', content: 'else' })),
	).toMatchInlineSnapshot(`"2-of-2 was built of other content than is here. Build it again."`);
	expect(refusal(layShards({ shard: '1/1', code: 'else' }))).toMatchInlineSnapshot(
		`"1-of-1 was built of other code than is here. Build it again."`,
	);
	for (const fault of [{ format: 2 }, { shard: '0/1' }, { files: 'all' }, { more: 1 }])
		expect(refusal(layShards({ shard: '1/1', ...fault, name: 'x' }))).toMatchInlineSnapshot(
			`"x/shard.json is not as a build writes it. Build it again."`,
		);
});

test('a shard that was not brought whole is refused', () => {
	const from = layShards({ shard: '1/1' });
	writeFileSync(join(from, '1-of-1/site/index.html'), 'pa');
	expect(() => openShards(from, here)).toThrow('is not whole: site/index.html is cut off.');
	rmSync(join(from, '1-of-1/site/index.html'));
	expect(() => openShards(from, here)).toThrow('is not whole: site/index.html is missing.');
	writeFileSync(join(from, '1-of-1/shard.json'), '{"format":1,');
	expect(() => openShards(from, here)).toThrow('shard.json is not as a build writes it.');
});

test('parts are laid together with one list of pages, in the order of their files', () => {
	const list = (...paths: string[]) => JSON.stringify(paths.map((path) => ({ path, title: path })));
	const folder = writeFolder({
		'0/addresses.json': list('/', '/a/2/'),
		'0/index.html': 'home',
		'0/a/2/index.html': '2',
		'0/_astro/sheet.css': 'same',
		'1/addresses.json': list('/a/1/', '/a/10/', '/terms/'),
		'1/a/1/index.html': '1',
		'1/a/10/index.html': '10',
		'1/_astro/sheet.css': 'same',
		'1/terms/index.html': 'terms',
	});
	const site = join(folder, 'site');
	layTogether([join(folder, '0'), join(folder, '1')], site);
	expect(readFileSync(join(site, 'addresses.json'), 'utf8')).toBe(
		list('/a/1/', '/a/10/', '/a/2/', '/', '/terms/'),
	);
	expect(readFileSync(join(site, 'a/2/index.html'), 'utf8')).toBe('2');
	expect(readFileSync(join(site, '_astro/sheet.css'), 'utf8')).toBe('same');
});

test('parts that differ in what both have are refused', () => {
	const folder = writeFolder({
		'0/addresses.json': '[]',
		'0/_headers': 'a',
		'1/addresses.json': '[]',
		'1/_headers': 'b',
	});
	expect(() => layTogether([join(folder, '0'), join(folder, '1')], join(folder, 'site'))).toThrow(
		/hold .*_headers and differ in it/,
	);
});
