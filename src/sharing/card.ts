import { countOf, kindOf } from '../components/wording.ts';
import type { ArticleEntry } from '../model/article.ts';
import { plantedOf } from '../model/article.ts';
import type { Archive, Outlet } from '../model/authorities.ts';
import { formatEdtfDate } from '../model/edtf-date.ts';
import { countNotes } from '../scoring/count-notes.ts';
import { coverPlanted } from '../text/cover-planted.ts';
import { shorten } from '../text/shorten.ts';

/** The words of the picture that stands for a page where its address is shared. */
export type Card = {
	/** The archive's title. */
	archive: string;
	/** The article's number; the card of the whole archive has none. */
	place: string | undefined;
	title: string;
	/** Who published it, when, and what kind of text it is. */
	facts: string[];
	critical: string;
	/** What the critical ones are counted among. */
	among: string;
};

/** Every card has this size in pixels, which is what sites that show such pictures ask for. */
export const cardSize = { width: 1200, height: 630 };

/** A longer title would leave no room for the rest. */
const MAX_TITLE = 170;
const MAX_FACT = 50;

/** Write the card of an article. */
export function articleCard(
	{ number, record, notes }: Pick<ArticleEntry, 'number' | 'record' | 'notes'>,
	outlet: Outlet | undefined,
	archive: Archive,
): Card {
	const { date } = record.published;
	const planted = plantedOf(notes);
	return {
		...cardOfNotes(notes),
		archive: archive.title,
		place: `No. ${number}`,
		title: shorten(coverPlanted(record.title.supplied, planted), MAX_TITLE),
		facts: [
			outlet?.name ?? record.publisher.outlet,
			date === 'unknown' ? 'Undated' : sentenceCase(formatEdtfDate(date)),
			sentenceCase(kindOf(record)),
		].map((fact) => shorten(coverPlanted(fact, planted), MAX_FACT)),
	};
}

/** Write the card of the whole archive. */
export function archiveCard(
	articles: readonly Pick<ArticleEntry, 'notes'>[],
	archive: Archive,
): Card {
	return {
		...cardOfNotes(articles.flatMap(({ notes }) => notes)),
		archive: archive.title,
		place: undefined,
		title: shorten(archive.summary, MAX_TITLE).replace(/\.$/, ''),
		facts: [countOf(articles.length, 'article'), 'Every note with an address of its own'],
	};
}

/** Say what a card shows, for those who do not see it. */
export function describeCard({ archive, place, title, facts, critical, among }: Card): string {
	const heading = [archive, place].filter(Boolean).join(', ');
	return `${heading}: ${title.replace(/\.$/, '')}. ${[...facts, `${critical} ${among}`].join('; ')}.`;
}

function sentenceCase(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function cardOfNotes(notes: ArticleEntry['notes']): Pick<Card, 'critical' | 'among'> {
	const { all, critical } = countNotes(notes);
	return { critical: `${critical} critical`, among: `of ${countOf(all, 'note')}` };
}
