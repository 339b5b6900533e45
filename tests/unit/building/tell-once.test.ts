import { afterEach, expect, test, vi } from 'vitest';
import tellOnce from '../../../scripts/building/tell-once.ts';

afterEach(() => {
	vi.restoreAllMocks();
});

test('each message is told once, and what nobody can do anything about not at all', () => {
	const told: unknown[] = [];
	vi.spyOn(console, 'error').mockImplementation((line) => told.push(line));
	const { write } = tellOnce();
	const empty =
		'The collection "events" does not exist or is empty. Please check your content config file for errors.';
	for (const _ of [1, 2]) {
		write({ level: 'warn', label: 'content', message: empty });
		write({ level: 'warn', label: 'content', message: 'The file "terms.yaml" is missing.' });
		write({ level: 'error', label: null, message: 'A page has no title.' });
		write({ level: 'error', label: 'vite', message: 'The build failed.' });
	}
	expect(told).toEqual([
		'[warn, content] The file "terms.yaml" is missing.',
		'[error] A page has no title.',
	]);
});
