import { spawn } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What a command took: seconds from start to end, seconds of processor in all its processes, megabytes. */
export type Measured = { wall_s: number; cpu_s: number; peak_mb: number; isDone: boolean };

/** Memory is looked at this often, in milliseconds: a shorter peak may be missed. */
const SAMPLE_EVERY = 200;
/**
 * Of gigabytes it takes the kernel longer to say how much they are, and the process waits meanwhile: what is measured
 * may not lose more than this part of its time to that.
 */
const SHARE_OF_SAMPLES = 0.02;

/**
 * Run a command line of the shell in `cwd` and measure it with all the processes that it starts. Processor time is
 * what the shell has been told of its children, theirs included; memory is the largest sum of their proportional set
 * sizes (PSS) that was met, 10^6 bytes each. What is printed goes to the file `log`.
 */
export async function runMeasured(
	command: string,
	{ cwd, env, log }: { cwd: string; env: NodeJS.ProcessEnv; log: string },
): Promise<Measured> {
	const output = openSync(log, 'w');
	const started = performance.now();
	// `times` of a shell counts the children that ended, and theirs.
	const child = spawn('sh', ['-c', `( ${command} )\ncode=$?\ntimes >&3\nexit $code`], {
		cwd,
		env,
		stdio: ['ignore', output, output, 'pipe'],
	});
	let told = '';
	child.stdio[3]?.on('data', (chunk: Buffer) => (told += chunk.toString()));
	let peak = 0;
	const sample = () => {
		const began = performance.now();
		peak = Math.max(peak, memoryOf(child.pid ?? 0));
		const pause = (performance.now() - began) / SHARE_OF_SAMPLES;
		timer = setTimeout(sample, Math.max(SAMPLE_EVERY, pause));
	};
	let timer = setTimeout(sample, SAMPLE_EVERY);
	try {
		const code = await new Promise<number | null>((resolve, reject) => {
			child.on('error', reject);
			child.on('close', resolve);
		});
		return {
			wall_s: (performance.now() - started) / 1000,
			cpu_s: secondsOf(told),
			peak_mb: peak / 1e6,
			isDone: code === 0,
		};
	} finally {
		clearTimeout(timer);
		closeSync(output);
	}
}

/** Add up what `times` printed: the shell's own user and system time, then its children's. */
function secondsOf(times: string): number {
	return [...times.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
		(sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds),
		0,
	);
}

/** Add up the proportional set sizes of a process and of all below it, in bytes. */
function memoryOf(root: number): number {
	const children = Map.groupBy(listProcesses(), ({ parent }) => parent);
	const sumOf = (pid: number): number =>
		readMemory(pid) + (children.get(pid) ?? []).reduce((sum, child) => sum + sumOf(child.pid), 0);
	return sumOf(root);
}

function listProcesses(): { pid: number; parent: number }[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			// The name of a command, in brackets, may hold anything.
			const parent = /\) \S (\d+)/.exec(readOrNothing(`/proc/${name}/stat`))?.[1];
			return parent === undefined ? [] : [{ pid: Number(name), parent: Number(parent) }];
		});
}

function readMemory(pid: number): number {
	const kibibytes = /^Pss:\s+(\d+)/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`))?.[1];
	return Number(kibibytes ?? 0) * 1024;
}

/** Read a file of a process, which may end meanwhile. */
function readOrNothing(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return '';
	}
}
