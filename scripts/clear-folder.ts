/**
 * Clear away what a build left in a folder for this process, after that has ended, and the folder itself where nothing
 * else is in it.
 *
 *   node scripts/clear-folder.ts FOLDER
 */
import { clearOwn } from './building/clear-folder.ts';

const [folder = ''] = process.argv.slice(2);
if (folder === '') throw new Error('It takes a folder.');
await clearOwn(folder);
