import { createHash } from 'node:crypto';
import type { RatedDocument, RatedEntry } from '../model/ratings.ts';
import { contentFolders, type ArchiveSource } from './read-archive.ts';
import { readRated, type RatedSource } from './read-rated.ts';

/** List the imported articles that are not withdrawn; throws where one is not fit to be published. */
export function listRated({ rated }: Pick<ArchiveSource, 'rated'>): RatedEntry[] {
	return rated
		.filter(({ record }) => record.value?.withdrawn === undefined)
		.map((source): RatedEntry => {
			const record = source.record.value;
			const { system, document, languages, segments } = documentOf(source);
			if (!record) return refuse(source);
			const ratings = segments.flatMap((segment) => segment.ratings);
			return {
				number: record.number,
				folder: source.folder,
				title: record.title.supplied,
				rights: record.capture.rights,
				evidence: record.verdict_evidence,
				system,
				document,
				...(languages && { languages }),
				segments: segments.length,
				originalHash: createHash('sha256')
					.update(JSON.stringify(segments.map(({ source: text }) => text)))
					.digest('hex'),
				raters: [...new Set(ratings.map(({ rater }) => rater))].sort(),
				errors: ratings.reduce(
					(sum, { errors }) => sum + errors.filter(({ kind }) => kind === 'error').length,
					0,
				),
			};
		});
}

/** Open an imported article from its folder under content/. */
export function openRated(folder: string): RatedDocument {
	return documentOf(readRated(contentFolders().content, folder));
}

function documentOf(source: RatedSource): RatedDocument {
	return source.document ?? refuse(source);
}

function refuse({ path }: RatedSource): never {
	throw new Error(`${path} has faults and cannot be published. Run: npm run check:content`);
}
