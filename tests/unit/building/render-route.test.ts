import type { RouteData } from 'astro';
import { expect, test } from 'vitest';
import { PlainResponse } from '../../../scripts/building/plain-web.ts';
import {
	RouteRenderer,
	type Component,
	type RenderToString,
} from '../../../scripts/building/render-route.ts';

type Result = Parameters<RenderToString>[0];
type Used = Result & { styles: Set<string>; extra: string[] };
type Astro = ReturnType<Result['createAstro']>;

const at = (path: string) => new URL(path, 'http://localhost');
const route = (type: RouteData['type']) => ({ type }) as RouteData;

/** Shows all that a page can know of itself, through a component of its own in a slot. */
const page: Component = (result, props, slots) => {
	const astro = result.createAstro(props, slots);
	const inner = result.createAstro({ inner: true }, { default: 'filled' });
	return { ...show(astro), inner: show(inner) };
};

function show({ props, url, params, slots }: Astro) {
	return { props, path: url.pathname, params, slots };
}

/** As Astro does: what is on the page is used up, and remembered for the rest of it. */
const renderToString: RenderToString = (result, component, props, slots) => {
	const shown = component(result, props, slots);
	const { styles, _metadata } = result as Used;
	const scripts = _metadata['scripts'] as Set<string>;
	const body = JSON.stringify({
		shown,
		styles: [...styles],
		metadata: Object.fromEntries(
			Object.entries(_metadata).map(([name, value]) => [
				name,
				value instanceof Set ? [...(value as Set<string>)] : value,
			]),
		),
	});
	styles.clear();
	scripts.add('met');
	_metadata['hasHead'] = true;
	(_metadata['list'] as string[]).push('more');
	return Promise.resolve(body);
};

/** What Astro makes for every page anew. */
function makeResult(path: string, params: object): Result {
	const shared = { url: at(path), params };
	const result: Used = {
		createAstro: (props, filled) =>
			Object.assign(Object.create(shared) as Astro, { props, self: null, slots: { filled } }),
		params,
		pathname: path,
		request: { method: 'GET', url: path } as Result['request'],
		styles: new Set(['page.css']),
		extra: [],
		_metadata: { hasHead: false, scripts: new Set<string>(), list: [] },
	};
	return result;
}

const pages = [1, 2, 3].map((number) => ({
	path: `/a/${number}/`,
	given: { params: { number: String(number) }, props: { number } },
}));

test('every page of a route is rendered as if it were the first', async () => {
	const anew = await Promise.all(
		pages.map(async ({ path, given: { params, props } }) => {
			const result = makeResult(path, params);
			return renderToString(result, page, props, {}, true, route('page'));
		}),
	);
	const renderer = new RouteRenderer({ default: page }, route('page'));
	const rendered: unknown[] = [];
	for (const { path, given } of [...pages, ...pages.slice(0, 1)]) {
		const own = await renderer.render(at(path), given, renderToString);
		const { default: watched } = renderer.module;
		if (!watched) throw new Error('no component');
		// The first one Astro is asked for itself.
		const result = makeResult(path, given.params);
		const made =
			own ?? (await renderToString(result, watched, given.props, {}, true, route('page')));
		expect(own === undefined).toBe(rendered.length === 0);
		rendered.push(made);
	}
	expect(rendered).toEqual([...anew, anew[0]]);
	expect(new Set(anew).size).toBe(3);
});

test('a file that is computed is asked for with what it was given, the first one too', async () => {
	const GET = (context: object) => new PlainResponse(JSON.stringify(context));
	const renderer = new RouteRenderer({ GET }, route('endpoint'));
	for (const { path, given } of pages) {
		const body = await renderer.render(at(path), given, renderToString);
		expect(JSON.parse(String(body))).toMatchObject({ ...given, url: at(path).href });
	}
});
