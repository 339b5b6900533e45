import { identify } from '../../citing/identify.ts';
import type { Article } from '../../model/article.ts';
import type { Archive, Event, Name, Outlet, Term } from '../../model/authorities.ts';
import { publicAddress } from '../../model/public-address.ts';

/** What a release package is made of: plain data, read before. */
export type PackageSource = {
	archive: Archive;
	/** By number; only such as may be shown whole. */
	articles: readonly Article[];
	terms: readonly Term[];
	events: readonly Event[];
	people: readonly Name[];
	organisations: readonly Name[];
	outlets: readonly Outlet[];
	/** The files of the content folder, as far as they may be distributed. */
	content: readonly PackageFile[];
};

/** A file of the package; the path counts from its root, with slashes. */
export type PackageFile = { path: string; bytes: Uint8Array };

/** What a package is called and dated: everything that could depend on the day it is made. */
export type PackageIdentity = {
	/** `calque`: for names of files and packages. */
	slug: string;
	/** The first day that the newest revision's date may mean, `2026-11-22`; also the version. */
	date: string;
};

/** Make a file of a text. */
export function textFile(path: string, text: string): PackageFile {
	return { path, bytes: new TextEncoder().encode(text) };
}

/** Make a JSON file, indented by tabs. */
export function jsonFile(path: string, value: unknown): PackageFile {
	return textFile(path, `${JSON.stringify(value, null, '\t')}\n`);
}

/** Compare two files by the code units of their paths: the same in every locale. */
export function comparePaths(a: Pick<PackageFile, 'path'>, b: Pick<PackageFile, 'path'>): number {
	return Number(a.path > b.path) - Number(a.path < b.path);
}

/** Name the archive as a whole: by its address or, while it has none, by a URN. */
export function identifyArchive({ site }: Pick<Archive, 'site'>): string {
	return publicAddress('/', site) ?? identify('/archive/', site);
}
