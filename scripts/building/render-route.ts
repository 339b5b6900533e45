import type { RouteData } from 'astro';
import { PlainRequest, type Body, type PlainResponse } from './plain-web.ts';

/** What Astro renders a page with: of what is in it only what belongs to one page is named here. */
type Result = {
	createAstro: (props: object, slots: object) => AstroGlobal;
	params: object;
	pathname: string;
	request: PlainRequest;
	_metadata: { [name: string]: unknown };
};

/** The `Astro` of a component. */
type AstroGlobal = { props: object; slots: unknown; self: unknown; url: URL; params: object };

/** What Astro makes of the file of a component: it asks for a result and for what it was given. */
export type Component = (result: Result, props: object, slots: object) => unknown;

/** The code of a page or of a file that is computed. */
export type PageModule = {
	default?: Component;
	GET?: (context: object) => PlainResponse | Promise<PlainResponse>;
};

/** Astro 7's own function of that name; a page may give a response in place of its text. */
export type RenderToString = (
	result: Result,
	component: Component,
	props: object,
	slots: object,
	isPage: boolean,
	route: RouteData,
) => Promise<string | PlainResponse>;

/** What one page of a route is given. */
export type Given = { params: object; props: object };

/**
 * Renders what belongs to one route, one after the other. For every page Astro makes anew what is the same for all
 * pages of a route, which takes as long as rendering a short one; so it is asked to render the first page, and the
 * others are rendered with what it made for that.
 */
export class RouteRenderer {
	readonly module: PageModule;
	readonly #route: RouteData;
	readonly #component: Component | undefined;
	/** What Astro renders the first page with, and a copy of what rendering a page uses up of it. */
	#first: { result: Result; begin: () => Partial<Result> } | undefined;

	constructor(module: PageModule, route: RouteData) {
		this.#route = route;
		this.#component = module.default;
		this.module = this.#component ? { ...module, default: this.#watch(this.#component) } : module;
	}

	/** Render as Astro does; nothing where it is to be asked itself, with this renderer's `module`. */
	async render(
		address: URL,
		{ params, props }: Given,
		renderToString: RenderToString,
	): Promise<Body | undefined> {
		const request = new PlainRequest(address);
		if (this.#route.type === 'endpoint')
			return (await this.module.GET?.({ params, props, url: address, request }))?.body;
		if (!this.#first || !this.#component) return undefined;
		const { result, begin } = this.#first;
		Object.assign(result, begin(), { params, request, pathname: address.pathname });
		this.#page = { url: address, params };
		const component = this.#component;
		const rendered = await renderToString(result, component, { ...props }, {}, true, this.#route);
		return typeof rendered === 'string' ? rendered : rendered.body;
	}

	/** What the `Astro` of all components of a page has, after the first one. */
	#page: Pick<AstroGlobal, 'url' | 'params'> | undefined;
	/** What the `Astro` of a component is, after the first page. */
	#OfComponent: ReturnType<typeof makeOfComponent> | undefined;

	/** Have what Astro renders the first page with kept. */
	#watch(component: Component): Component {
		const watched: Component = (result, props, slots) => {
			if (!this.#first) {
				this.#first = { result, begin: copierOf(result) };
				const { createAstro } = result;
				result.createAstro = (given, filled) => this.#createAstro(createAstro, given, filled);
			}
			return component(result, props, slots);
		};
		return Object.assign(watched, component);
	}

	#createAstro(create: Result['createAstro'], props: object, filled: object): AstroGlobal {
		if (this.#page && this.#OfComponent)
			return new this.#OfComponent(create, props, filled, this.#page);
		const astro = create(props, filled);
		this.#OfComponent ??= makeOfComponent(Object.getPrototypeOf(astro) as object);
		return astro;
	}
}

/**
 * Make what the `Astro` of a component is, with what that of all pages has: of a class, since millions are
 * made, and each with its slots when it is asked for them, which is seldom.
 */
function makeOfComponent(shared: object) {
	class OfComponent implements AstroGlobal {
		readonly self = null;
		readonly url: URL;
		readonly params: object;
		readonly create: Result['createAstro'];
		readonly props: object;
		readonly filled: object;

		constructor(
			create: Result['createAstro'],
			props: object,
			filled: object,
			{ url, params }: Pick<AstroGlobal, 'url' | 'params'>,
		) {
			this.create = create;
			this.props = props;
			this.filled = filled;
			this.url = url;
			this.params = params;
		}

		get slots() {
			return this.create(this.props, this.filled).slots;
		}
	}
	Object.setPrototypeOf(OfComponent.prototype, shared);
	return OfComponent;
}

/** Remember what Astro gave the first page to begin with, to begin each with the same. */
function copierOf(result: Result): () => Partial<Result> {
	const setsOf = (from: object) =>
		Object.entries(from).filter(([, value]) => value instanceof Set || Array.isArray(value));
	const copy = (value: unknown) =>
		value instanceof Set
			? new Set(value)
			: Array.isArray(value)
				? [...(value as unknown[])]
				: value;
	const copyAll = (entries: [string, unknown][]) =>
		Object.fromEntries(entries.map(([name, value]) => [name, copy(value)]));
	const sets = Object.entries(copyAll(setsOf(result)));
	const metadata = Object.entries(copyAll(Object.entries(result._metadata)));
	return () => ({ ...copyAll(sets), _metadata: copyAll(metadata) });
}
