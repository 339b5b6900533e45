import { PORTABLE_EDITION, portableLink } from '../offline/portable-link.ts';

const { dataset } = document.documentElement;

/** Whether the page is one of the portable edition, which is opened from a folder as a rule. */
export const isPortable = dataset['edition'] === PORTABLE_EDITION;

/** Give the link to a page of the site in the edition that is open. */
export function linkHere(link: string): string {
	return isPortable ? portableLink(link) : link;
}

/** Give the address of a place in this page for a citation: never where a copy lies on somebody's disk. */
export function addressOfPlace(fragment: string): string {
	return (dataset['address'] ?? location.href.replace(/[?#].*$/s, '')) + fragment;
}
