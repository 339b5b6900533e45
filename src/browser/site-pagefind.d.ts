/** The Pagefind that the built site has, `dist/pagefind/pagefind.js`; write-portable.ts says where it is. */
declare module 'site:pagefind' {
	export function search(term: string): Promise<{ results: { id: string }[] }>;
	export function options(options: Record<string, unknown>): Promise<void>;
	export function destroy(): Promise<void>;
}
