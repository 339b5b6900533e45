import type { ArticleSource } from '../../src/edition/read-archive.ts';
import { addressOf } from '../../src/model/article.ts';
import type { Problem } from '../../src/model/problem.ts';
import { findAnswered } from '../evidence/ledger.ts';
import { quoted } from '../evidence/show.ts';
import { writtenNumber } from '../evidence/written-data.ts';
import type { ArchiveParts, OutlinedArchive, Rule } from './rule.ts';

export const rule: Rule = {
	id: 'ids-are-not-used-again',
	states: 'A published accession number or note id names what it named when it was published.',
	check: judgeNumbers,
	checkArticle: judgeNotes,
};

/** The capture is what an accession number stands for: it is never altered. */
function judgeNumbers(archive: OutlinedArchive): Problem[] {
	return (archive.permalinks.value ?? []).flatMap(({ url, kind, sha256, since }): Problem[] => {
		const entry = kind === 'article' ? findAnswered(archive).get(url) : undefined;
		if (!entry || sha256 === undefined || entry.sha256 === sha256) return [];
		const record = archive.articles.find(
			(article) => article.record.value && addressOf.article(article.record.value.number) === url,
		)?.record;
		return [
			{
				rule: rule.id,
				file: record?.path ?? archive.permalinks.path,
				...(record?.locate(['capture', 'sha256']) ?? { line: 1, column: 1 }),
				message: `${url} was published on ${since} for another capture.`,
				evidence: [
					{ label: 'published', value: sha256 },
					{ label: 'now', value: entry.sha256 ?? '' },
				],
				hint: 'Give the new capture an accession number of its own; the old article stays, or is `withdrawn` with its reason.',
			},
		];
	});
}

/** A note may be reworded and its span drawn closer or wider, but not stand for another place. */
function judgeNotes(now: ArticleSource, { revisions }: ArchiveParts): Problem[] {
	const accession = writtenNumber(now);
	return revisions
		.filter(({ article }) => article === accession)
		.flatMap(({ number, source }) => {
			const before = placesOf(source);
			const places = placesOf(now);
			return now.commentary.notes.flatMap(({ attributes: { id }, at }): Problem[] => {
				const [was, is] = [before.get(id), places.get(id)];
				if (!was || !is || (is.start < was.end && is.end > was.start)) return [];
				return [
					{
						rule: rule.id,
						file: now.commentary.path,
						...at('id'),
						message: `The note ${quoted(id)} stood at another place when revision ${number} was published.`,
						evidence: [
							{ label: 'published', value: was.exact },
							{ label: 'now', value: is.exact },
						],
						hint: 'Give the new note an id of its own, and keep the old one, `withdrawn` with its reason where it no longer holds.',
					},
				];
			});
		});
}

function placesOf({ anchors }: ArticleSource) {
	return new Map((anchors.value?.notes ?? []).map((anchor) => [anchor.note, anchor]));
}
