/**
 * Rights are stated as a rightsstatements.org URI or an SPDX licence identifier, so that machines can
 * compare them. The list holds what this archive has met; a new one is a line here.
 */
const statements: Record<string, { label: string; url: string; mayDistribute: boolean }> = {
	'https://rightsstatements.org/vocab/InC/1.0/': {
		label: 'In copyright',
		url: 'https://rightsstatements.org/vocab/InC/1.0/',
		mayDistribute: false,
	},
	'https://rightsstatements.org/vocab/InC-OW-EU/1.0/': {
		label: 'In copyright, EU orphan work',
		url: 'https://rightsstatements.org/vocab/InC-OW-EU/1.0/',
		mayDistribute: false,
	},
	'https://rightsstatements.org/vocab/InC-RUU/1.0/': {
		label: 'In copyright, rights-holder unlocatable',
		url: 'https://rightsstatements.org/vocab/InC-RUU/1.0/',
		mayDistribute: false,
	},
	'https://rightsstatements.org/vocab/NoC-US/1.0/': {
		label: 'No copyright, United States',
		url: 'https://rightsstatements.org/vocab/NoC-US/1.0/',
		mayDistribute: true,
	},
	'https://rightsstatements.org/vocab/CNE/1.0/': {
		label: 'Copyright not evaluated',
		url: 'https://rightsstatements.org/vocab/CNE/1.0/',
		mayDistribute: false,
	},
	'https://rightsstatements.org/vocab/UND/1.0/': {
		label: 'Copyright undetermined',
		url: 'https://rightsstatements.org/vocab/UND/1.0/',
		mayDistribute: false,
	},
	'CC0-1.0': spdx('CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'),
	'CC-BY-4.0': spdx('CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'),
	'CC-BY-SA-4.0': spdx('CC BY-SA 4.0', 'https://creativecommons.org/licenses/by-sa/4.0/'),
	MIT: spdx('MIT licence', 'https://spdx.org/licenses/MIT.html'),
};

function spdx(label: string, url: string) {
	return { label, url, mayDistribute: true };
}

export type RightsStatement = { id: string; label: string; url: string; mayDistribute: boolean };

/** Describe a rights statement; returns nothing for one that the archive does not know. */
export function findRights(id: string): RightsStatement | undefined {
	const statement = Object.hasOwn(statements, id) ? statements[id] : undefined;
	return statement && { id, ...statement };
}

/** List the rights statements that a record may carry. */
export function listRights(): string[] {
	return Object.keys(statements);
}
