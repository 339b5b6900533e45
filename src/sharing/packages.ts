import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Finds files of the packages. Bundled code may run from anywhere; the packages are where the command runs. */
export const packages = createRequire(join(process.cwd(), 'package.json'));
