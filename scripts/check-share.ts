/** A thread of `npm run check:content`: it checks articles until none is left, and hands over what it found. */
import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../src/edition/read-archive.ts';
import { checkShare, type ThreadData } from './check-in-threads.ts';

const data = workerData as ThreadData;
parentPort?.postMessage(checkShare(openArchive(data.folders), data));
