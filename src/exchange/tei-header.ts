import { identify } from '../citing/identify.ts';
import { addressOf } from '../model/article.ts';
import { formatEdtfDate, isPlainDate } from '../model/edtf-date.ts';
import type { Author, Record } from '../model/record.ts';
import { findRights } from '../model/rights.ts';
import { revisionOf } from './revision-of.ts';
import type { TeiSource } from './tei.ts';
import type { Category } from './tei-notes.ts';
import { xml, type ForbiddenCharacter, type XmlElement } from './xml.ts';

/** What the header tells of the rest of the document. */
export type TeiContents = {
	title: string;
	categories: readonly Category[];
	forbidden: readonly ForbiddenCharacter[];
};

/** Describe an article, its sources, rights and revisions as a TEI header. */
export function describeHeader(source: TeiSource, contents: TeiContents): XmlElement {
	const { record } = source.article;
	const language = record.source_language === 'unknown' ? 'und' : record.source_language;
	return xml(
		'teiHeader',
		{},
		describeFile(source, contents.title),
		describeEncoding(record, contents),
		xml(
			'profileDesc',
			{},
			xml(
				'langUsage',
				{},
				xml(
					'language',
					{ ident: 'en' },
					'Of the captured text, the reading version and the notes.',
				),
				language === 'en'
					? undefined
					: xml('language', { ident: language }, 'Of the text that was translated.'),
			),
		),
		xml(
			'revisionDesc',
			{},
			...record.revisions
				.toReversed()
				.map(({ number, date, reason }) =>
					xml(
						'change',
						{ n: number, ...whenOf(date) },
						isPlainDate(date) ? reason : `${date}: ${reason}`,
					),
				),
		),
	);
}

function describeFile({ article, outlet, archive }: TeiSource, title: string): XmlElement {
	const { number, record } = article;
	const revision = revisionOf(record);
	const credit = creditOf(record);
	const idno = identify(addressOf.revision(number, revision.number), archive.site);
	return xml(
		'fileDesc',
		{},
		xml(
			'titleStmt',
			{},
			xml('title', { type: 'main' }, title),
			record.title.original === undefined
				? undefined
				: xml(
						'title',
						{
							type: 'original',
							'xml:lang': record.source_language === 'unknown' ? 'und' : record.source_language,
						},
						record.title.original,
					),
			...(record.authors ?? []).map((author) => xml('author', {}, describeAuthor(author))),
			credit === undefined
				? undefined
				: xml('respStmt', {}, xml('resp', {}, 'translation'), xml('name', {}, credit)),
			xml(
				'respStmt',
				{ 'xml:id': 'editors' },
				xml('resp', {}, 'notes and reading version'),
				xml('orgName', {}, archive.editors),
			),
		),
		xml(
			'editionStmt',
			{},
			xml(
				'edition',
				{ n: revision.number },
				`Revision ${revision.number}, `,
				describeDate(revision.date),
			),
		),
		xml(
			'extent',
			{},
			xml('measure', { unit: 'words', quantity: article.words }, `${article.words} words`),
			xml(
				'measure',
				{ unit: 'codepoints', quantity: article.length },
				`${article.length} code points`,
			),
		),
		xml(
			'publicationStmt',
			{},
			xml('publisher', {}, archive.publisher),
			describeDate(revision.date),
			xml('idno', { type: archive.site === 'unset' ? 'URN' : 'URL' }, idno),
			xml(
				'availability',
				{},
				describeLicence('captured text', record.capture.rights),
				describeLicence('reading version', archive.licences.reading),
				describeLicence('notes', archive.licences.commentary),
				describeLicence('data', archive.licences.data),
			),
		),
		xml(
			'sourceDesc',
			{},
			xml(
				'bibl',
				{ type: 'captured' },
				xml('title', { level: 'a' }, title),
				xml('publisher', {}, outlet?.name ?? record.publisher.outlet),
				record.published.date === 'unknown' ? undefined : describeDate(record.published.date),
				describeAddress(record.publisher.url),
				xml('idno', { type: 'SHA-256' }, record.capture.sha256),
			),
			xml(
				'bibl',
				{ type: 'original' },
				xml('publisher', {}, record.original.outlet),
				describeAddress(record.original.url),
				xml('note', {}, record.original.evidence),
			),
		),
	);
}

function describeEncoding(
	{ verdict, verdict_evidence, engine }: Record,
	{ categories, forbidden }: TeiContents,
): XmlElement {
	const application = describeEngine(engine);
	const taxonomy = (scheme: Category['scheme'], title: string) => {
		const members = categories.filter((category) => category.scheme === scheme);
		return members.length === 0
			? undefined
			: xml(
					'taxonomy',
					{ 'xml:id': scheme },
					xml('bibl', {}, title),
					...members.map(({ id, text }) =>
						xml('category', { 'xml:id': id }, xml('catDesc', {}, text)),
					),
				);
	};
	return xml(
		'encodingDesc',
		{},
		xml(
			'editorialDecl',
			{},
			xml(
				'p',
				{},
				'The paragraphs of the captured text are its non-blank lines, to the letter. A note points into one of them by string-range(paragraph, offset, length): offset, from 0, and length count Unicode code points of that paragraph, also where a gap stands for its text.',
			),
			xml('p', {}, `Verdict: ${verdict}. ${verdict_evidence}`),
			xml('p', {}, `Engine: ${engine.name}; ${engine.profile}. ${engine.evidence}`),
			...forbidden.map(({ character, within, offset }) =>
				xml(
					'p',
					{ n: 'replaced' },
					`U+FFFD stands for ${character} in ${within}, at code point ${offset}.`,
				),
			),
		),
		categories.length === 0
			? undefined
			: xml(
					'classDecl',
					{},
					taxonomy('type', 'Error types of the archive’s typology'),
					taxonomy('severity', 'Severity'),
					taxonomy('confidence', 'Confidence of the editors'),
				),
		application && xml('appInfo', {}, application),
	);
}

/** TEI wants of an application a version with a form of its own; an engine without one is told in words. */
function describeEngine({ name, version, packages, command }: Record['engine']) {
	if (name === 'unknown' || !/^\d+[a-z]*\d*(?:\.\d+[a-z]*\d*){0,3}$/.test(version ?? ''))
		return undefined;
	const ident = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^(?![A-Za-z_])/, '_');
	return xml(
		'application',
		{ ident, version },
		xml('label', {}, name),
		command === undefined ? undefined : xml('p', {}, `Command: ${command}`),
		packages === undefined ? undefined : xml('p', {}, `Packages: ${packages.join('; ')}`),
	);
}

/** Name the machine that translated; nothing where the text was written in English. */
function creditOf({ verdict, engine }: Record): string | undefined {
	if (verdict === 'native') return undefined;
	if (verdict === 'unclear') return 'possible machine translation (engine unknown)';
	if (engine.name === 'unknown') return 'machine translation (engine unknown)';
	return [engine.name, engine.version].filter(Boolean).join(' ');
}

function describeAuthor(author: Author): XmlElement {
	if ('name' in author) return xml('name', {}, author.name);
	return xml(
		'persName',
		{},
		author.given === undefined ? undefined : xml('forename', {}, author.given),
		xml('surname', {}, author.family),
	);
}

function describeDate(date: string): XmlElement {
	return xml('date', whenOf(date), formatEdtfDate(date));
}

function whenOf(date: string): { when?: string } {
	return isPlainDate(date) ? { when: date } : {};
}

function describeAddress(url: string): XmlElement | undefined {
	return url === 'unknown' || url === 'none'
		? undefined
		: xml('ptr', { target: URL.parse(url)?.href });
}

function describeLicence(layer: string, id: string): XmlElement {
	const rights = findRights(id);
	return xml(
		'licence',
		{ n: layer, target: rights?.url },
		`Of the ${layer}: ${rights?.label ?? id}.`,
	);
}
