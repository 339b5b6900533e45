import { isSeq, parseDocument } from 'yaml';
import { z } from 'zod';
import { outletSchema, type Outlet } from '../../src/model/authorities.ts';
import { UNWRITTEN } from '../../src/model/unwritten.ts';
import { cleanLine, kebabOf } from './clean-line.ts';
import { Refusal, type Fact } from './refusal.ts';

/** The outlet of an article, with the entry to be added where the archive does not have it yet. */
export type ChosenOutlet = { id: string; evidence: string; added?: Outlet | undefined };

/**
 * Choose the outlet that put a page on the web: the one that the curator names, else the one at the page's host,
 * else one of the name that the page gives. Without a name and a host it is unknown.
 */
export function chooseOutlet(
	outlets: readonly Outlet[],
	{
		chosen,
		named,
		address,
	}: { chosen?: string | undefined; named?: Fact | undefined; address?: Fact | undefined },
): ChosenOutlet {
	const host = address && new URL(address.value).host;
	if (chosen !== undefined) {
		const evidence = 'Named by the curator.';
		if (chosen === 'unknown' || chosen === 'none') return { id: chosen, evidence };
		const known = outlets.find(
			({ id, name, host }) =>
				id === chosen || isSame(name, chosen) || isSame(plainHost(host), plainHost(chosen)),
		);
		return known
			? { id: known.id, evidence }
			: add(outlets, cleanLine(chosen, 120), host, evidence);
	}
	const says = named
		? `The page’s ${named.evidence} is “${cleanLine(named.value, 120)}”`
		: undefined;
	if (host !== undefined) {
		const evidence = `${says ? `${says}; its` : 'Its'} address is at ${host}.`;
		const known = outlets.find((outlet) => isSame(plainHost(outlet.host), plainHost(host)));
		return known
			? { id: known.id, evidence }
			: add(outlets, named ? cleanLine(named.value, 120) : host, host, evidence);
	}
	if (named && says) {
		const known = outlets.find(({ name }) => isSame(name, named.value));
		return known
			? { id: known.id, evidence: `${says}.` }
			: add(outlets, cleanLine(named.value, 120), undefined, `${says}.`);
	}
	return { id: 'unknown', evidence: 'Nothing in the file names who published it.' };
}

function add(
	outlets: readonly Outlet[],
	name: string,
	host: string | undefined,
	evidence: string,
): ChosenOutlet {
	const base = kebabOf(name, 6) || kebabOf(host ?? '', 6);
	if (base === '')
		throw new Refusal(
			`No id can be made of the outlet “${name}”; add it to outlets.yaml and name its id with --outlet.`,
		);
	const taken = new Set(['unknown', 'none', ...outlets.map(({ id }) => id)]);
	let id = base;
	for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
	const added = { id, name, host: host ?? 'unknown', kind: 'unknown', description: UNWRITTEN };
	return { id, evidence, added };
}

/** Append an outlet to the text of outlets.yaml; no other byte of it changes. Throws a Refusal where that cannot be. */
export function appendOutlet(text: string, outlet: Outlet): string {
	const list = parseDocument(text).contents;
	const isEmpty = isSeq(list) && list.items.length === 0;
	const before = isEmpty ? text.slice(0, list.range[0]) + text.slice(list.range[1]) : text;
	const indent = /^([ \t]*)- /m.exec(before)?.[1] ?? '';
	const lines = Object.entries(outlet).map(
		([key, value], index) => `${indent}${index === 0 ? '- ' : '  '}${key}: ${quote(value)}\n`,
	);
	const after = `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${lines.join('')}`;
	const parsed = parseDocument(after);
	const read = z
		.array(outletSchema)
		.safeParse(parsed.errors.length > 0 ? undefined : parsed.toJS());
	if (!read.success || read.data.at(-1)?.id !== outlet.id)
		throw new Refusal(
			`The outlet “${outlet.name}” cannot be appended to outlets.yaml as it is written; add it there and name its id with --outlet.`,
		);
	return after;
}

function quote(value: string): string {
	return /^[a-z][a-z0-9-]*$/.test(value) ? value : JSON.stringify(value);
}

function isSame(a: string, b: string): boolean {
	return a.localeCompare(b, 'en', { sensitivity: 'base' }) === 0;
}

function plainHost(host: string): string {
	return host.toLowerCase().replace(/^www\./, '');
}
