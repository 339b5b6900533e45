/**
 * Pack the portable edition as a ZIM file, which Kiwix opens on telephones, tablets and computers.
 *
 *   npm run zim [-- --from portable --out calque.zim]     needs zimwriterfs (Debian: apt-get install zim-tools)
 *
 * Exit 0: written · 1: there is no portable edition, or zimwriterfs is not there or refused; an older file stays.
 */
import { spawnSync } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readArchive } from '../src/edition/read-archive.ts';
import { overrideSite, publicAddress } from '../src/model/public-address.ts';
import { drawIcon } from '../src/sharing/draw-icon.ts';
import { shorten } from '../src/text/shorten.ts';

/** The size that Kiwix shows in its library, in pixels. */
const ICON_SIZE = 48;
/** What a ZIM file’s title and description may have, in characters (openZIM, “Metadata”). */
const TITLE_LENGTH = 30;
const DESCRIPTION_LENGTH = 80;
/** How the icon is named in the file. */
const ICON = 'icon-48.png';

/**
 * Whether Kiwix finds a page by its words: articles with all their notes, terms, events, names, and the pages on
 * the archive. Lists, older revisions and the pages of single notes repeat what those say.
 */
function isSearched(path: string): boolean {
	return /^(?:a\/\d+\/|(?:terms|events|people|organisations|outlets)\/(?:[^/]+\/)?|(?:about|method|typology)\/|)index\.html$/.test(
		path,
	);
}

try {
	const { values } = parseArgs({
		options: {
			from: { type: 'string', default: 'portable' },
			out: { type: 'string', default: 'calque.zim' },
		},
	});
	if (!existsSync(join(values.from, 'START-HERE.html')))
		throw new Error(`There is no portable edition in ${values.from}. Run: npm run portable`);
	writeZim(values.from, values.out);
	console.log(values.out);
} catch (error) {
	const message = error instanceof Error ? error.message : String(error);
	console.error(`The ZIM file was not written. ${message}`);
	process.exit(1);
}

function writeZim(from: string, out: string): void {
	const work = mkdtempSync(join(dirname(resolve(out)), '.zim-'));
	try {
		const [folder, file] = [join(work, 'folder'), join(work, 'archive.zim')];
		cpSync(from, folder, { recursive: true });
		for (const path of readdirSync(folder, { encoding: 'utf8', recursive: true }))
			if (path.endsWith('.html')) {
				const file = join(folder, path);
				const html = readFileSync(file, 'utf8');
				writeFileSync(
					file,
					isSearched(path.replaceAll('\\', '/')) ? hideBraces(html) : leaveOut(html),
				);
			}
		writeFileSync(join(folder, ICON), drawIcon(ICON_SIZE));
		const { status, error, stderr, stdout } = spawnSync(
			'zimwriterfs',
			[...describe().map(([name, value]) => `--${name}=${value}`), folder, file],
			{ encoding: 'utf8' },
		);
		if (error) throw new Error('zimwriterfs is not installed (Debian: apt-get install zim-tools).');
		if (status !== 0)
			throw new Error(`zimwriterfs answered: ${(stderr || stdout).trim().split('\n').join(' ')}`);
		renameSync(file, out);
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
}

/** Leave a page out of the file’s own search; zimwriterfs heeds what a page says to robots. */
function leaveOut(html: string): string {
	return html.replace('</head>', '<meta name="robots" content="noindex"></head>');
}

/**
 * Keep text with double braces, such as Wikipedia’s form of a citation, from the file’s own search: kiwix-serve
 * takes them for its own and answers with an error where they stand in an excerpt.
 */
function hideBraces(html: string): string {
	return html.replace(
		/(?<=>)[^<>]*(?:\{\{|\}\})[^<>]*(?=<)/g,
		(text) => `<!--htdig_noindex-->${text}<!--/htdig_noindex-->`,
	);
}

/** What the file says of itself. */
function describe(): [name: string, value: string][] {
	const { value } = readArchive().archive;
	if (!value) throw new Error('The archive is not described. Run: npm run check:content');
	const archive = overrideSite(value, process.env['SITE_URL']);
	return [
		['welcome', 'index.html'],
		['illustration', ICON],
		['language', 'eng'],
		['title', shorten(archive.title, TITLE_LENGTH)],
		['description', shorten(archive.summary, DESCRIPTION_LENGTH)],
		['creator', archive.editors],
		['publisher', archive.publisher],
		['name', 'calque_en_all'],
		['source', publicAddress('/', archive.site) ?? 'no public address yet'],
	];
}
