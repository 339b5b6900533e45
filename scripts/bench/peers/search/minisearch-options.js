/** The same when the index is built and when it is loaded. */
export const miniSearchOptions = {
	fields: ['title', 'text'],
	storeFields: ['title'],
	searchOptions: { combineWith: 'AND', boost: { title: 2 } },
};
