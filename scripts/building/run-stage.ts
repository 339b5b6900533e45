import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BuildFault } from './fault.ts';

/** What a stage tells the build while it runs. */
export type StageMessage =
	| { refusal: string }
	| { pages: number }
	| { rendered: number }
	| { taken: number; kept: string[] };

/**
 * The bytes of pages lie outside of the heap; counted by themselves, they have the whole heap looked through every
 * second. To look through it bit by bit keeps a reader from waiting, whom a build has not, and makes every change of an
 * object slower meanwhile.
 */
const MEMORY_OPTIONS = ['--no-incremental-marking', '--external-memory-accounted-in-global-limit'];

/**
 * How a process clears its memory: what is new when it takes so many megabytes, from the beginning, and all when it has
 * grown by so many per cent of what was in use. Rendering makes much that is soon forgotten: with more room for it, it
 * is cleared away less often; where only one thread clears, many small clearings are no slower.
 */
const CLEARING = {
	alone: ['--single-threaded-gc', ...roomForNew(32), '--heap-growing-percent=200'],
	together: [...roomForNew(64), '--heap-growing-percent=80'],
};

function roomForNew(megabytes: number): string[] {
	return [`--min-semi-space-size=${megabytes}`, `--max-semi-space-size=${megabytes}`];
}

/** To this part of what it may grow to a heap grows before all of it is looked through: at first nothing can be cleared. */
const UNCLEARED = 0.45;

function sizesOf(heap: number): string[] {
	const first = Math.round(heap * UNCLEARED);
	return [`--initial-heap-size=${first}`, `--max-old-space-size=${heap}`];
}

const keepCompiled = import.meta.resolve('../keep-compiled.ts');
const tellFault = import.meta.resolve('./tell-fault.ts');

/**
 * Run a command of `scripts/` in a process of its own, as one stage of the build; `doing` says what it does, for
 * a message, and `signal` ends it. Rejects with a BuildFault where it fails: of one that has said itself what is
 * wrong, the fault has no message.
 */
export function runStage(
	doing: string,
	[script, ...args]: readonly [string, ...string[]],
	{
		listen = () => undefined,
		signal,
		heap,
		clearsAlone = false,
		keepsCompiled = true,
	}: {
		listen?: (message: StageMessage) => void;
		signal?: AbortSignal;
		/** How large its heap may grow, in megabytes. */
		heap?: number;
		/**
		 * Whether it clears its memory in its own thread: others would take from what runs beside it, an eighth of the
		 * time of both. One thread looks through a heap of more than a gigabyte for seconds.
		 */
		clearsAlone?: boolean;
		/** Whether its modules are those of the next build as well: others would be kept for nothing. */
		keepsCompiled?: boolean;
	} = {},
): Promise<void> {
	return new Promise((resolve, reject) => {
		const child = fork(fileURLToPath(new URL(`../${script}`, import.meta.url)), args, {
			execArgv: [
				...(keepsCompiled ? ['--import', keepCompiled] : []),
				...['--import', tellFault],
				...MEMORY_OPTIONS,
				...(heap === undefined ? [] : sizesOf(heap)),
				...CLEARING[clearsAlone ? 'alone' : 'together'],
			],
		});
		signal?.addEventListener('abort', () => child.kill('SIGKILL'));
		let refusal: string | undefined;
		child.on('message', (message) => {
			if ('refusal' in (message as StageMessage))
				refusal = (message as { refusal: string }).refusal;
			else listen(message as StageMessage);
		});
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			if (code === 0) resolve();
			else if (refusal !== undefined) reject(new BuildFault(`${refusal} while ${doing}.`));
			else if (signal !== null)
				reject(new BuildFault(`The process was killed (${signal}) while ${doing}.`));
			else reject(new BuildFault(''));
		});
	});
}
