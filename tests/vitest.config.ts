import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// The capture suite needs captures that the project does not hold; it has a command of its own.
		exclude: process.env['CALQUE_CAPTURES'] ? [] : ['tests/captures/**'],
		maxWorkers: 2,
		testTimeout: 240_000,
		hookTimeout: 480_000,
	},
});
