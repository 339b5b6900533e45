import lunr from 'lunr';

/** What stands at the end of a word; lunr’s own trimmer takes every Cyrillic letter for it. */
const trimmer = (token) =>
	token.update((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
lunr.Pipeline.registerFunction(trimmer, 'unicode-trimmer');

/** The same when the index is built and when it is loaded. */
export function lunrPipeline(builder) {
	builder.pipeline.reset();
	builder.pipeline.add(trimmer, lunr.stemmer);
	builder.searchPipeline.reset();
	builder.searchPipeline.add(trimmer, lunr.stemmer);
}
