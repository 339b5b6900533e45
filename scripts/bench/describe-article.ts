import { citationFiles } from '../../src/citing/citation-formats.ts';
import { formatFigure } from '../../src/components/format-figure.ts';
import { markedTextHtml } from '../../src/components/marked-text.ts';
import { notesOf, placeInCaptured, placeInReading } from '../../src/components/place-marks.ts';
import {
	kindOf,
	languageName,
	quotationLabel,
	statusOf,
	warningOf,
} from '../../src/components/wording.ts';
import type { Article, Note } from '../../src/model/article.ts';
import { newestRevision, shownTitleOf } from '../../src/model/article.ts';
import type { Archive, Event, Name, Outlet } from '../../src/model/authorities.ts';
import { isCompared } from '../../src/model/authorities.ts';
import { formatEdtfDate } from '../../src/model/edtf-date.ts';
import { findRights } from '../../src/model/rights.ts';
import {
	confidences,
	dimensionOf,
	dimensions,
	isCaptureDamage,
	severities,
	type Dimension,
} from '../../src/model/typology.ts';
import { countNotes } from '../../src/scoring/count-notes.ts';
import {
	computeScoreCard,
	mqmProfile,
	roundBand,
	type Band,
	type Score,
} from '../../src/scoring/score-card.ts';
import type { PeerCitations } from './peer-citations.ts';

/** What an article names, by id. */
export type Named = {
	archive: Archive;
	outlets: Map<string, Outlet>;
	events: Map<string, Event>;
	people: Map<string, Name>;
	organisations: Map<string, Name>;
};

/** The files of a revision that its pages link to; the peers do not make them. */
const files = [
	...citationFiles.map(({ name, label }) => ({ name, label })),
	{ name: 'article.tei.xml', label: 'TEI' },
];

/**
 * Describe an article as the curator of a site made with another tool would keep it: its texts, notes and facts,
 * with explanations in Markdown. What such a curator would have a script work out beforehand is worked out: marks in
 * the texts, scores and citations.
 */
export function describeArticle(article: Article, named: Named, citations: PeerCitations) {
	const { number, record, notes, paragraphs } = article;
	const revision = newestRevision(record);
	const outlet = named.outlets.get(record.publisher.outlet);
	const { all, critical, major, minor, captureDamage } = countNotes(notes);
	const families = (Object.keys(dimensions) as Dimension[])
		.filter((family) => notes.some(({ type }) => dimensionOf(type) === family))
		.map((family) => ({ id: family, label: dimensions[family].toLowerCase() }));
	const nameList = (ids: string[], names: Map<string, Name>) =>
		ids.flatMap((id) => {
			const name = names.get(id)?.name;
			return name === undefined ? [] : [{ id, name }];
		});
	return {
		number,
		title: record.title.supplied,
		headline: shownTitleOf(article),
		outlet: { id: record.publisher.outlet, name: outlet?.name ?? record.publisher.outlet },
		date: formatEdtfDate(record.published.date),
		day: record.published.date,
		kind: kindOf(record),
		isNative: record.verdict === 'native',
		language: record.source_language,
		languageName: languageName(record.source_language),
		status: statusOf(article),
		warning: warningOf(article) ?? '',
		confidence: record.verdict_confidence.toFixed(2),
		words: article.words,
		counts: { all, critical, major, minor, capture: captureDamage },
		families,
		severities: severities
			.toReversed()
			.filter((severity) => notes.some((note) => note.severity === severity)),
		revision: {
			number: revision.number,
			day: revision.date,
			date: formatEdtfDate(revision.date),
			reason: revision.reason,
		},
		points: article.points.flatMap(({ note: id, html }) => {
			const note = notes.find((one) => one.id === id);
			if (!note) return [];
			const { ordinal: n, paragraph: p, severity } = note;
			return [{ id, n, p, severity, text: toMarkdown(html) }];
		}),
		paragraphs: paragraphs.map((paragraph) => {
			const own = notesOf(article, paragraph.number);
			return {
				p: paragraph.number,
				plain: paragraph.reading,
				captured: markedTextHtml(paragraph.captured ?? '', placeInCaptured(paragraph, own), 'mark'),
				reading: markedTextHtml(paragraph.reading, placeInReading(paragraph, own), 'read'),
			};
		}),
		notes: notes.map((note) => describeNote(note, article)),
		quotations: article.quotations.map(({ paragraph, opening, speaker, status, reasonHtml }) => ({
			p: paragraph,
			opening,
			speaker,
			status,
			label: quotationLabel(status),
			text: toMarkdown(reasonHtml),
		})),
		prose: article.proseHtml === '' ? '' : toMarkdown(article.proseHtml.replace(/<\/?p>/g, '')),
		score: describeScores(article),
		provenance: {
			verdict_evidence: record.verdict_evidence,
			publisher: record.publisher,
			engine: record.engine,
			published: record.published,
			capture: record.capture,
			not_checked: record.not_checked,
			original: {
				...record.original,
				name: named.outlets.get(record.original.outlet)?.name ?? record.original.outlet,
			},
			captured: { ...record.captured, date: formatEdtfDate(record.captured.date) },
			events: record.events.flatMap((id) => {
				const event = named.events.get(id);
				if (!event) return [];
				const { title } = event;
				return [{ id, title, date: formatEdtfDate(event.date), isCompared: isCompared(event) }];
			}),
			people: nameList(record.people, named.people),
			organisations: nameList(record.organisations, named.organisations),
			rights: findRights(record.capture.rights),
		},
		files,
		citations,
	};
}
export type PeerArticle = ReturnType<typeof describeArticle>;

function describeNote(note: Note, article: Article) {
	const paragraph = article.paragraphs[note.paragraph - 1];
	return {
		id: note.id,
		n: note.ordinal,
		p: note.paragraph,
		exact: note.shown,
		correction: note.correction ?? '',
		type: note.type,
		family: dimensionOf(note.type),
		severity: note.severity,
		confidence: note.confidence,
		original: note.original ?? '',
		term: note.term ?? '',
		by: note.by,
		text: toMarkdown(note.commentHtml),
		captured: paragraph
			? markedTextHtml(paragraph.captured ?? '', placeInCaptured(paragraph, [note]), 'mark')
			: '',
		reading: paragraph
			? markedTextHtml(paragraph.reading, placeInReading(paragraph, [note]), 'read')
			: '',
		isInReading: paragraph ? placeInReading(paragraph, [note]).length > 0 : false,
	};
}

function describeScores(article: Article) {
	const { words, translation, capture, wmt } = computeScoreCard(article);
	const counted = severities
		.toReversed()
		.filter((severity) => severity !== 'minor')
		.map((severity) => {
			const own = article.notes.filter((note) => note.severity === severity);
			const listed = (notes: Note[]) => notes.map(({ id, ordinal }) => ({ id, n: ordinal }));
			return {
				severity,
				groups: [
					...confidences.map((confidence) => ({
						label: confidence,
						notes: listed(
							own.filter((note) => note.confidence === confidence && !isCaptureDamage(note.type)),
						),
					})),
					{
						label: 'of the capture',
						notes: listed(own.filter((note) => isCaptureDamage(note.type))),
					},
				].filter(({ notes }) => notes.length > 0),
			};
		})
		.filter(({ groups }) => groups.length > 0);
	return {
		words,
		translation: translation ? describeScore(translation, true) : null,
		capture: describeScore(capture, false),
		wmt: wmt ? describeBand(wmt, 10) : '',
		counted,
	};
}

function describeScore(score: Score, hasAll: boolean) {
	const rows = severities
		.toReversed()
		.map((severity) => {
			const counts = confidences.map((confidence) => score.counts[severity][confidence]);
			const all = counts.reduce((sum, count) => sum + count, 0);
			const weight = mqmProfile.multipliers[severity];
			const certain = score.counts[severity].certain * weight;
			return { severity, counts, all, weight, certain, points: all * weight };
		})
		.filter(({ all }) => hasAll || all > 0);
	return {
		critical: score.critical,
		band: score.band ? describeBand(score.band) : '',
		isBelowZero: (score.band?.low ?? 0) < 0,
		rows,
		certain: score.penalty.certain,
		points: score.penalty.all,
	};
}

function describeBand(band: Band, unit: 1 | 10 = 1): string {
	const { low, high } = roundBand(band, unit);
	const decimals = unit === 10 ? 1 : 0;
	const ends = low === high ? [low] : [low, high];
	return ends.map((end) => formatFigure(end, decimals)).join(' to ');
}

/** Give an explanation back as Markdown; those of a generated archive have emphasis and no other markup. */
function toMarkdown(html: string): string {
	return html.replace(/<\/?em>/g, '*');
}
