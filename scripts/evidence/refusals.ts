/**
 * Say in words why the system refuses to read a file or folder, to follow its name, and what to do; `code` is
 * the system's, such as `EACCES`.
 */
export function describeRefusal(code: string): { what: string; hint: string } {
	switch (code) {
		case 'EACCES':
		case 'EPERM':
			return {
				what: 'cannot be read: its permissions do not let you',
				hint: 'Give yourself permission to read it: chmod u+r for a file, chmod u+rx for a folder.',
			};
		case 'ENOTDIR':
			return {
				what: 'is not a folder',
				hint: 'Put a folder there, or move it out of the archive.',
			};
		case 'ELOOP':
			return {
				what: 'cannot be read: it is a symbolic link that leads round to itself',
				hint: 'Put the file here instead of the link.',
			};
		default:
			return {
				what: `cannot be read: the system answers ${code}`,
				hint: 'Look whether its disk is at hand and its name is not too long.',
			};
	}
}
