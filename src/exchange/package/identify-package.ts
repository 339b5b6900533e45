import { firstDayOf } from '../revision-of.ts';
import type { PackageIdentity, PackageSource } from './source.ts';

/**
 * Name and date a package: its date is that of the newest revision of its articles. Returns nothing where
 * there is no dated revision, for then nothing but a clock could date it.
 */
export function identifyPackage({
	archive,
	articles,
}: Pick<PackageSource, 'archive' | 'articles'>): PackageIdentity | undefined {
	const days = articles
		.flatMap(({ record }) => record.revisions.map(({ date }) => firstDayOf(date) ?? ''))
		.sort();
	const date = days.at(-1);
	if (!date) return undefined;
	const slug = archive.title
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
	return { slug: slug || 'archive', date };
}
