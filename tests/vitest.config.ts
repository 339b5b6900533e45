import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		include: ['tests/**/*.test.ts'],
		// These suites need captures and annotations that the project does not hold; they have their own commands.
		exclude: [
			...(process.env['CALQUE_CAPTURES'] ? [] : ['tests/captures/**']),
			...(process.env['CALQUE_DATA'] ? [] : ['tests/data/**']),
		],
		maxWorkers: 2,
		testTimeout: 240_000,
		hookTimeout: 480_000,
	},
});
