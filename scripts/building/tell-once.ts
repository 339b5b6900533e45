/** What Astro hands to whatever writes its log. */
type LogEvent = { level: string; label: string | null; message: string };

/** Write what Astro logs, each message once: it warns of an empty list for every page that asks for it. */
export default function tellOnce(): { write(event: LogEvent): void } {
	const told = new Set<string>();
	return {
		write({ level, label, message }) {
			// What Vite calls an error is thrown as well, with its reason.
			const isNew = !told.has(message) && !(level === 'error' && label === 'vite');
			told.add(message);
			if (isNew) console.error(`[${[level, label].filter(Boolean).join(', ')}] ${message}`);
		},
	};
}
