import { webAnnotation } from './annotation-json.ts';
import { labelStudio } from './label-studio.ts';
import { mtmeJsonl } from './mtme-jsonl.ts';
import { offsetJson } from './offset-json.ts';
import type { SetFormat } from './reading.ts';
import { marotTsv, mqmTsv } from './tsv.ts';
import { xliff } from './xliff.ts';

/** The formats of rated sets, by name. */
export const setFormats: ReadonlyMap<string, SetFormat> = new Map(
	[mqmTsv, marotTsv, mtmeJsonl, webAnnotation, labelStudio, offsetJson, xliff].map((format) => [
		format.name,
		format,
	]),
);
