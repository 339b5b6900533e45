import { join } from 'node:path';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import astro from 'eslint-plugin-astro';
import { importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The rooms of src/ and the rooms that each may import from; README.md has the same map. Everything that
 * is not listed for a room is closed to it.
 */
const rooms = {
	text: [],
	model: ['text'],
	scoring: ['model', 'text'],
	citing: ['model', 'text'],
	exchange: ['model', 'text', 'scoring', 'citing'],
	search: ['model', 'text'],
	suggesting: ['model', 'text'],
	edition: ['model', 'text'],
	archive: ['edition', 'model', 'text'],
	offline: [],
	browser: ['offline', 'search', 'citing', 'model', 'text'],
	editor: ['styles', 'model', 'text'],
	components: ['model', 'text', 'scoring', 'citing', 'search', 'exchange', 'suggesting'],
	sharing: ['components', 'scoring', 'model', 'text'],
	layouts: [
		'sharing',
		'components',
		'browser',
		'styles',
		'model',
		'text',
		'scoring',
		'citing',
		'search',
		'exchange',
	],
};

/** Rooms that hold plain functions on plain data: no framework, no disk, no page. */
const pureRooms = ['text', 'model', 'scoring', 'citing', 'exchange', 'search', 'suggesting'];

const closedRooms = Object.entries(rooms).map(([room, open]) => ({
	target: `./src/${room}`,
	from: './src',
	except: [`./${room}`, ...open.map((other) => `./${other}`)],
	message: `${room}/ may import from: ${open.join(', ') || 'no other room'}. The map of rooms is in README.md.`,
}));

const forbidden = (message, ...group) => ({ group, message });

export default tseslint.config(
	{
		ignores: [
			'dist/',
			'.dist-build/',
			'shards/',
			'.astro/',
			'node_modules/',
			'tests/fixtures/',
			'content/',
			'public/',
			'scripts/bench/peers/',
			'src/browser/before-paint.js',
		],
	},
	...astro.configs.recommended,
	{
		files: ['**/*.ts', '**/*.js', '**/*.mjs', '**/*.astro'],
		plugins: { 'import-x': importX },
		settings: {
			'import-x/resolver-next': [createTypeScriptImportResolver()],
			'import-x/parsers': {
				'@typescript-eslint/parser': ['.ts'],
				'astro-eslint-parser': ['.astro'],
			},
		},
		rules: {
			'import-x/no-restricted-paths': ['error', { zones: closedRooms }],
			'import-x/no-cycle': 'error',
			'import-x/no-default-export': 'error',
			'import-x/extensions': [
				'error',
				'always',
				{ ignorePackages: true, pathGroupOverrides: [{ pattern: 'astro:*', action: 'ignore' }] },
			],
		},
	},
	{
		files: [
			'**/*.config.*',
			'**/*.astro',
			'src/**/*.d.ts',
			'scripts/building/tell-once.ts',
			'tests/e2e/serve-sites.ts',
		],
		rules: { 'import-x/no-default-export': 'off' },
	},
	...tseslint.configs.strict.map((config) => ({ ...config, files: ['tests/**/*.ts'] })),
	...tseslint.configs.strictTypeChecked.map((config) => ({
		...config,
		files: ['src/**/*.ts', 'scripts/**/*.ts'],
	})),
	{
		files: ['src/**/*.ts', 'scripts/**/*.ts'],
		languageOptions: {
			parserOptions: { projectService: true, tsconfigRootDir: join(import.meta.dirname, '..') },
		},
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],

			'@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
		},
	},
	{
		files: ['**/*.ts'],
		rules: {
			'@typescript-eslint/no-unused-vars': [
				'error',
				{ argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
			],
		},
	},
	{
		files: pureRooms.map((room) => `src/${room}/**/*.ts`),
		rules: {
			'no-restricted-imports': [
				'error',
				{
					patterns: [
						forbidden(
							'Pure rooms know no framework and no disk.',
							'astro',
							'astro:*',
							'astro/*',
							'node:*',
						),
					],
				},
			],
			'no-restricted-globals': [
				'error',
				'window',
				'document',
				'process',
				'localStorage',
				'navigator',
			],
		},
	},
	{
		files: ['src/**/*.{ts,astro}'],
		ignores: [
			'src/archive/**',
			'src/content.config.ts',
			...pureRooms.map((room) => `src/${room}/**`),
		],
		rules: {
			'no-restricted-imports': [
				'error',
				{ patterns: [forbidden('Only archive/ knows astro:content.', 'astro:content')] },
			],
		},
	},
);
