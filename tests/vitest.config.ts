import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// The capture suite needs captures that the project does not hold; it has a command of its own.
		exclude: process.env['CALQUE_CAPTURES'] ? [] : ['tests/captures/**'],
		// Builds of one checkout share a folder, so no two may run at once.
		maxWorkers: 1,
		testTimeout: 240_000,
		hookTimeout: 480_000,
	},
});
