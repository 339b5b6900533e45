import { hasHeadline } from '../model/article.ts';
import { formatEdtfDate } from '../model/edtf-date.ts';
import type { Record } from '../model/record.ts';
import { describeWork, formatName, sayNoAddress, type Citable } from './citable.ts';

/**
 * Format a citation as plain text. It says by itself that the text is a machine translation and who, as far
 * as is known, made it; while the archive has no public address it says that instead of printing one.
 */
export function formatCitation(citable: Citable): string {
	const { record, archive } = citable;
	const work = describeWork(citable);
	const { revision } = work;
	const isNote = work.kind === 'note';
	const parts = [
		...(record.authors && !isNote ? [work.authors.map(formatName).join(', ')] : []),
		...(isNote ? work.authors.map(formatName) : []),
		hasHeadline(record) && !isNote ? `“${work.title}”` : work.title,
		...(isNote ? [] : [work.container ?? 'Outlet unknown', sayDate(record)]),
		isNote ? work.medium : describeTranslation(record),
		...(work.paragraph === undefined ? [] : [`Para. ${work.paragraph}`]),
		`${archive.title}, no. ${record.number}, revision ${revision.number} (${formatEdtfDate(revision.date)})`,
		work.address ?? sayNoAddress(work.path),
	];
	return parts.map((part) => `${part.replace(/\.$/, '')}.`).join(' ');
}

/** Format the few words that say, beside a quoted passage, where it stands and that a machine made it. */
export function formatShortCitation({
	record,
	outlet,
	archive,
}: Pick<Citable, 'record' | 'outlet' | 'archive'>): string {
	const parts = [
		outlet?.name ?? record.publisher.outlet,
		sayDate(record),
		describeTranslation(record),
	];
	return `${parts.join(', ')}; ${archive.title}, no. ${record.number}, rev. ${record.revisions.at(-1)?.number ?? 1}`;
}

function sayDate({ published }: Record): string {
	return published.date === 'unknown' ? 'undated' : formatEdtfDate(published.date);
}

const languages = new Intl.DisplayNames('en', { type: 'language' });
/** Asking takes long, and citations name the same few. */
const languageNames = new Map<string, string>();

function languageName(tag: string): string {
	const name = languageNames.get(tag) ?? languages.of(tag) ?? tag;
	languageNames.set(tag, name);
	return name;
}

function describeTranslation({ verdict, engine, source_language }: Record): string {
	if (verdict === 'native') return 'Original in English';
	const language = source_language === 'unknown' ? '' : ` from ${languageName(source_language)}`;
	const translator =
		engine.name === 'unknown'
			? 'engine unknown'
			: [engine.name, engine.version].filter((part) => part !== undefined).join(' ');
	return `${verdict === 'unclear' ? 'Possibly a machine' : 'Machine'} translation${language} (${translator})`;
}
