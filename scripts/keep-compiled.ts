/** Loaded before a command: what Node makes of its modules is kept, by their text, so that the next one starts sooner. */
import { enableCompileCache } from 'node:module';

enableCompileCache('node_modules/.cache/calque-compiled');
