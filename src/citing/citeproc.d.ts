/** The package has no types; these are the parts that are called. */
declare module 'citeproc' {
	type Cited = { id: string; locator?: string; label?: string };
	type System<Item> = {
		retrieveLocale: (language: string) => string;
		retrieveItem: (id: string) => Item;
	};
	export type Engine = {
		setOutputFormat(format: 'text' | 'html'): void;
		updateItems(ids: string[]): void;
		/** Format a citation as it stands in the text or, in a style of notes, in a note. */
		makeCitationCluster(cited: Cited[]): string;
		makeBibliography(): [layout: object, entries: string[]];
	};
	/** An element of a style as it was read. */
	export type StyleNode = {
		name: string;
		attrs: { [name: string]: string };
		children: (StyleNode | string)[];
	};
	const CSL: {
		setupXml: (style: string) => { dataObj: StyleNode };
		Engine: new <Item>(
			system: System<Item>,
			style: string | StyleNode,
			language: string,
			isForced: boolean,
		) => Engine;
		Output: {
			Formatters: {
				[textCase in 'title' | 'capitalize-first']: (engine: Engine, text: string) => string;
			};
		};
	};
	export default CSL;
}
