/** The package has no types; these are the parts that `format-styles.ts` calls. */
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
	/** A style or locale as it was read. */
	export type Xml = {
		dataObj: object;
		getNodesByName(root: object, name: string, nameAttribute?: string, found?: object[]): object[];
	};
	const CSL: {
		setupXml: (text: unknown) => Xml;
		Engine: new <Item>(
			system: System<Item>,
			style: string,
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
