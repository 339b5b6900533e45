import { readdirSync, type Dirent } from 'node:fs';
import { describeRefusal, type FileFault } from './read-text-file.ts';

/** What lies in a folder, by name, hidden entries left out; nothing, and the fault, where it cannot be read. */
export function listFolder(folder: string): {
	entries: Dirent[];
	fault?: Extract<FileFault, { kind: 'absent' | 'unreadable' }>;
} {
	try {
		const entries = readdirSync(folder, { withFileTypes: true })
			.filter(({ name }) => !name.startsWith('.'))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
		return { entries };
	} catch (error) {
		const fault = describeRefusal(folder, error);
		return {
			entries: [],
			fault: fault.kind === 'unreadable' ? { ...fault, culprit: fault.path } : fault,
		};
	}
}
