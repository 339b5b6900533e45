import { readFileSync } from 'node:fs';

/**
 * Name this process so that no other is ever taken for it: `<pid>-<start>`. The start is that of the kernel, in
 * ticks since the machine started, and 0 where the system does not tell it.
 */
export function nameProcess(pid = process.pid): string {
	return `${pid}-${readStart(pid) ?? 0}`;
}

/**
 * Say whether the process of a name still runs. A number is given to another process in time, in a container
 * soon; where the system tells no start, whoever has the number now is taken for it.
 */
export function isRunning(name: string): boolean {
	const [pid = 0, start = 0] = name.split('-').map(Number);
	if (!Number.isSafeInteger(pid) || pid < 1) return false;
	let isForeign = false;
	try {
		process.kill(pid, 0);
	} catch (error) {
		isForeign = (error as NodeJS.ErrnoException).code === 'EPERM';
		if (!isForeign) return false;
	}
	const now = readStart(pid);
	if (now !== undefined) return now === start;
	// Another user's process may be hidden; one of this user that tells no start is dead where others do.
	return isForeign || (start === 0 && pid !== process.pid);
}

/** Read when a process started; nothing where it is gone, is dead and not yet buried, or the system does not tell. */
function readStart(pid: number): number | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
		// The name of the program comes before, in brackets, and may hold anything.
		const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
		const [state = '', start = ''] = [fields[0], fields[19]];
		return /[ZX]/.test(state) ? undefined : Number(start);
	} catch {
		return undefined;
	}
}
