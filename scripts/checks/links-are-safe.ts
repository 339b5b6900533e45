import { overLinks, schemeOf } from '../evidence/links.ts';
import { cut } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

const schemes = ['http', 'https', 'mailto'];

export const rule: Rule = {
	id: 'links-are-safe',
	states: 'Links have the scheme http, https or mailto, and no image comes from another host.',
	...overLinks(({ file, line, column, url, kind }) => {
		const fault = judge(url, kind);
		return fault
			? [
					{
						rule: rule.id,
						file,
						line,
						column,
						evidence: [{ label: 'written', value: cut(url) }],
						...fault,
					},
				]
			: [];
	}),
};

function judge(url: string, kind: 'link' | 'image'): { message: string; hint: string } | undefined {
	const scheme = schemeOf(url);
	if (scheme !== undefined && !schemes.includes(scheme))
		return {
			message: `${kind === 'link' ? 'A link' : 'An image'} has the scheme \`${cut(scheme, 30)}:\`.`,
			hint: 'Link to an address that begins with http, https or mailto, or remove it.',
		};
	const namesHost = scheme === 'http' || scheme === 'https' || /^[\\/]{2}/.test(url.trim());
	if (kind === 'image' && namesHost)
		return {
			message: 'An image comes from another host, which would see every reader.',
			hint: 'Link to the page that shows it instead.',
		};
	if (scheme === undefined && namesHost)
		return {
			message: 'A link names a host but no scheme.',
			hint: 'Begin the address with https:.',
		};
	return undefined;
}
