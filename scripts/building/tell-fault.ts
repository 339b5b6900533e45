/**
 * Loaded before a stage of the build, in the stage's own process: a refusal of the system is told to the build,
 * which says it in one line, and the stage ends when the build does, even if that was killed.
 */
import { isMainThread } from 'node:worker_threads';
import { describeRefusal } from './fault.ts';

// A thread of the stage tells the stage itself.
if (isMainThread) {
	process.on('disconnect', () => process.exit(1));
	// A listener holds the channel open, and with it a stage that is done.
	process.channel?.unref();

	process.on('uncaughtException', (error) => {
		const refusal = describeRefusal(error);
		if (refusal === undefined) console.error(error);
		if (refusal === undefined || !process.send) process.exit(1);
		process.send({ refusal }, () => process.exit(1));
	});
}
