/** What every page runs once it is there. */
import './fetch-faces.ts';
import './register-worker.ts';
import './theme-switch.ts';
