/** The sizes in pixels: a home screen’s, and the two that a manifest must have. */
export const iconSizes = [180, 192, 512] as const;

/** Give the address of the icon of a size, from the root of the site. */
export function iconPath(size: (typeof iconSizes)[number]): string {
	return `/icon-${size}.png`;
}
