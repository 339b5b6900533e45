/** What the files of a package are, by the ends of their names. */
const formats: { [ending: string]: { format: string; mediatype: string } } = {
	'.tei.xml': { format: 'xml', mediatype: 'application/tei+xml' },
	'.xml': { format: 'xml', mediatype: 'application/xml' },
	'.csv': { format: 'csv', mediatype: 'text/csv' },
	'.jsonl': { format: 'jsonl', mediatype: 'application/jsonl' },
	'.jsonld': { format: 'jsonld', mediatype: 'application/ld+json' },
	'.json': { format: 'json', mediatype: 'application/json' },
	'.yaml': { format: 'yaml', mediatype: 'application/yaml' },
	'.cff': { format: 'yaml', mediatype: 'application/yaml' },
	'.md': { format: 'md', mediatype: 'text/markdown' },
	'.mdx': { format: 'mdx', mediatype: 'text/mdx' },
	'.txt': { format: 'txt', mediatype: 'text/plain' },
};

/** Describe the format of a file by its name; an unknown one is a stream of bytes. */
export function describeFormat(path: string): { format: string; mediatype: string } {
	const ending = Object.keys(formats).find((each) => path.endsWith(each)) ?? '';
	return formats[ending] ?? { format: 'bin', mediatype: 'application/octet-stream' };
}
