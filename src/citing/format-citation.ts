import { formatEdtfDate } from '../model/edtf-date.ts';
import { hasHeadline, titleOf } from '../model/article.ts';
import type { Archive, Outlet } from '../model/authorities.ts';
import { publicAddress } from '../model/public-address.ts';
import type { Record } from '../model/record.ts';

/** What a citation is made of. */
export type Citable = {
	record: Record;
	outlet: Outlet | undefined;
	archive: Archive;
	path: string;
};

/**
 * Format a citation as plain text. It says by itself that the text is a machine translation and who, as far
 * as is known, made it; while the archive has no public address it says that instead of printing one.
 */
export function formatCitation({ record, outlet, archive, path }: Citable): string {
	const revision = record.revisions.at(-1);
	const parts = [
		hasHeadline(record) ? `“${record.title.captured}”` : titleOf(record),
		outlet?.name ?? record.publisher.outlet,
		record.published.date === 'unknown' ? 'undated' : formatEdtfDate(record.published.date),
		describeTranslation(record),
		`${archive.title}, no. ${record.number}, revision ${revision?.number ?? 1}${revision ? ` (${formatEdtfDate(revision.date)})` : ''}`,
		publicAddress(path, archive.site) ?? `The archive has no public address yet; path ${path}`,
	];
	return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}

/** Format the few words that say, beside a quoted passage, where it stands and that a machine made it. */
export function formatShortCitation({
	record,
	outlet,
	archive,
}: Pick<Citable, 'record' | 'outlet' | 'archive'>): string {
	const date =
		record.published.date === 'unknown' ? 'undated' : formatEdtfDate(record.published.date);
	const parts = [outlet?.name ?? record.publisher.outlet, date, describeTranslation(record)];
	return `${parts.join(', ')}; ${archive.title}, no. ${record.number}, rev. ${record.revisions.at(-1)?.number ?? 1}`;
}

function describeTranslation({ verdict, engine, source_language }: Record): string {
	if (verdict === 'native') return 'Original in English';
	const language =
		source_language === 'unknown'
			? ''
			: ` from ${new Intl.DisplayNames('en', { type: 'language' }).of(source_language)}`;
	const translator = engine.name === 'unknown' ? 'engine unknown' : engine.name;
	return `${verdict === 'unclear' ? 'Possibly a machine' : 'Machine'} translation${language} (${translator})`;
}
