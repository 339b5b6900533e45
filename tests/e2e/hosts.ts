import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { makeFolder } from '../build-site.ts';

/** A static host as the README tells to set it up, with the built site at its root or in a folder of it. */
export type Host = {
	name: string;
	/** The program that must be there, and the Debian package that has it. */
	program: string;
	/** Whether a missing page is answered with the not-found page. */
	hasNotFoundPage: boolean;
	/** Whether the recipe tells browsers what to keep. */
	setsHeaders: boolean;
	command(root: string, folder: string, port: number): string[];
};

export const hosts: Host[] = [
	{
		name: 'nginx',
		program: 'nginx',
		hasNotFoundPage: true,
		setsHeaders: true,
		command: (root, folder, port) => [
			'nginx',
			'-p',
			makeFolder('nginx'),
			'-e',
			'stderr',
			'-c',
			writeConfiguration('nginx.conf', (recipe) =>
				[
					'daemon off; master_process off; pid nginx.pid;',
					'events {}',
					'http {',
					'include /etc/nginx/mime.types; access_log off;',
					...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
						(one) => `${one}_temp_path ${one};`,
					),
					fill(recipe, [
						['listen 127.0.0.1:8080;', `listen 127.0.0.1:${port};`],
						['include /srv/calque/', `include "${root}${folder}/`],
						['redirects.nginx.map;', 'redirects.nginx.map";'],
						['root /srv/calque;', `root "${root}";`],
						['set $site "";', `set $site "${folder}";`],
					]),
					'}',
				].join('\n'),
			),
		],
	},
	{
		name: 'Caddy',
		program: 'caddy',
		hasNotFoundPage: true,
		setsHeaders: true,
		command: (root, folder, port) => [
			'caddy',
			'run',
			'--adapter',
			'caddyfile',
			'--config',
			writeConfiguration(
				'Caddyfile',
				(recipe) =>
					`{\nadmin off\nauto_https off\n}\n${fill(recipe, [
						[':8080 {', `:${port} {\nbind 127.0.0.1`],
						['root * /srv/calque', `root * ${root}`],
						['rewrite * /404.html', `rewrite * ${folder}/404.html`],
					])}`,
			),
		],
	},
	{
		name: 'Python',
		program: 'python3',
		hasNotFoundPage: false,
		setsHeaders: false,
		command: (root, _folder, port) => [
			'python3',
			...['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', root],
		],
	},
];

/** Whether a program is on the PATH or where Debian puts servers. */
export function isInstalled(program: string): boolean {
	return (process.env['PATH'] ?? '')
		.split(delimiter)
		.concat('/usr/sbin')
		.some((folder) => existsSync(join(folder, program)));
}

/** Start a host on `port` with the built site in `folder` of it; resolves once it answers. */
export async function startHost(host: Host, folder: string, port: number): Promise<ChildProcess> {
	const [program = '', ...options] = host.command(laySite(folder), folder, port);
	const server = spawn(program, options, {
		stdio: ['ignore', 'ignore', 'pipe'],
		env: { ...process.env, PATH: `${process.env['PATH'] ?? ''}${delimiter}/usr/sbin` },
	});
	let said = '';
	server.stderr.on('data', (text) => (said += String(text)));
	for (let wait = 0; wait < 100; wait++) {
		if (server.exitCode !== null) break;
		const isThere = await fetch(`http://127.0.0.1:${port}${folder}/`).then(
			({ ok }) => ok,
			() => false,
		);
		if (isThere) return server;
		await new Promise((later) => setTimeout(later, 100));
	}
	server.kill();
	throw new Error(`${host.name} does not serve the site on port ${port}: ${said}`);
}

/** Make a root in which the built site stands in `folder`, `''` for the root itself. */
function laySite(folder: string): string {
	const site = resolve('dist');
	if (folder === '') return site;
	const root = makeFolder('host');
	mkdirSync(join(root, folder, '..'), { recursive: true });
	symlinkSync(site, join(root, folder));
	return root;
}

function writeConfiguration(name: string, change: (recipe: string) => string): string {
	const path = join(makeFolder('configuration'), name);
	writeFileSync(path, change(readFileSync(join('hosting', name), 'utf8')));
	return path;
}

/** Put in what a recipe leaves to its user; each must stand in it. */
function fill(recipe: string, settings: [as: string, becomes: string][]): string {
	for (const [as] of settings)
		if (!recipe.includes(as)) throw new Error(`The recipe has no “${as}” to set.`);
	return settings.reduce((text, [as, becomes]) => text.replace(as, () => becomes), recipe);
}
