import type { SuggestingContext } from './suggestion.ts';

/** What the archive is taken to know where a rule shows its examples. */
export const exampleArchive: Pick<SuggestingContext, 'names' | 'terms' | 'vocabulary'> = {
	names: [
		{ kind: 'person', names: ['Peter Falk', 'Falk'] },
		{ kind: 'organisation', names: ['Google'] },
		{ kind: 'organisation', names: ['Lanterna'] },
		{ kind: 'organisation', names: ['Coastal Protection Service', 'CPS'] },
	],
	terms: [
		{
			gloss: 'file photo',
			right: ['file photo'],
			renderings: ['photograph from storage', 'stored picture'],
		},
	],
	vocabulary: new Set(['bridge', 'port', 'river', 'mayor']),
};
