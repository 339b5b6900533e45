import { addressOf } from '../model/article.ts';
import {
	describeType,
	dimensions,
	severities,
	type Dimension,
	type Severity,
	type TypeId,
} from '../model/typology.ts';
import type { Tally } from '../scoring/tabulate-notes.ts';
import { figureOf } from './format-figure.ts';

/** What stands at the head of a row or column; `path` leads to the thing itself, from the site's root. */
export type Heading = {
	id: string;
	label: string;
	/** Said after the label, where there is room. */
	name?: string | undefined;
	lang?: string | undefined;
	path?: string | undefined;
	/** How its bars are drawn; plain unless it is a severity. */
	tone?: Severity | 'plain';
};

/** Counts of notes by two things; the same grid is drawn as bars and set as a table. */
export type Grid = { rows: Heading[]; columns: Heading[]; cells: Cell[] };
export type Cell = { row: string; column: string; count: number; figure: string; path: string };

/** One of the page's tables: what its notes are counted by, and where its numbers lead. */
export type Subject = {
	/** Names its figures and its file: `by-article`. */
	table: string;
	headingOf: (tally: Tally) => Heading;
	pathOf: (tally: Tally, counted: Counted) => string;
};
export type Counted =
	| { by: 'severity'; severity: Severity }
	| { by: 'family'; family: Dimension }
	| { by: 'type'; type: TypeId };

/** No chart has more rows or columns than this, and no table more rows than that: the files have all. */
export const CHART_LIMIT = 40;
export const TABLE_LIMIT = 200;

const families = Object.keys(dimensions) as Dimension[];
const gravestFirst = severities.toReversed();

/** Lay out tallies by severity, the gravest first. */
export function severityGrid(subject: Subject, tallies: readonly Tally[]): Grid {
	return {
		rows: tallies.map(subject.headingOf),
		columns: gravestFirst.map((severity) => ({
			id: severity,
			label: severity,
			// A severity without notes has no list.
			path: tallies.some(({ bySeverity }) => bySeverity[severity] > 0)
				? `/notes/severity/${severity}/`
				: undefined,
			tone: severity,
		})),
		cells: gravestFirst.flatMap((severity) =>
			tallies.map((tally) => ({
				row: tally.id,
				column: severity,
				count: tally.bySeverity[severity],
				figure: figureOf.tally(subject.table, tally.id, severity),
				path: subject.pathOf(tally, { by: 'severity', severity }),
			})),
		),
	};
}

/** Lay out tallies by family of types, in the typology's order; families that none of them has are left out. */
export function familyGrid(subject: Subject, tallies: readonly Tally[]): Grid {
	const met = families.filter((family) => tallies.some(({ byFamily }) => byFamily[family] > 0));
	return {
		rows: tallies.map(subject.headingOf),
		columns: met.map((family) => ({
			id: family,
			label: dimensions[family],
			path: addressOf.type(family),
		})),
		cells: met.flatMap((family) =>
			tallies.map((tally) => ({
				row: tally.id,
				column: family,
				count: tally.byFamily[family],
				figure: figureOf.tally(subject.table, tally.id, family),
				path: subject.pathOf(tally, { by: 'family', family }),
			})),
		),
	};
}

/** Lay out tallies as columns with a row for each type that any of them has. */
export function typeGrid(subject: Subject, tallies: readonly Tally[]): Grid {
	const types = Object.keys(tallies[0]?.byType ?? {}) as TypeId[];
	const met = types.filter((type) => tallies.some(({ byType }) => byType[type] > 0));
	return {
		rows: met.map((type) => ({
			id: type,
			label: describeType(type).label,
			path: addressOf.type(type),
		})),
		columns: tallies.map(subject.headingOf),
		cells: tallies.flatMap((tally) =>
			met.map((type) => ({
				row: type,
				column: tally.id,
				count: tally.byType[type],
				figure: figureOf.tally(subject.table, tally.id, type),
				path: subject.pathOf(tally, { by: 'type', type }),
			})),
		),
	};
}
