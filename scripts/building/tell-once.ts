/** What Astro hands to whatever writes its log. */
type LogEvent = { level: string; label: string | null; message: string };

/** What Astro says of a list without entries, as an archive may have: that there is such a list is checked before. */
const EMPTY_LIST = /^The collection ".*" does not exist or is empty\./;

/** Write what Astro logs and someone who builds can do something about, each message once. */
export default function tellOnce(): { write(event: LogEvent): void } {
	const told = new Set<string>();
	return {
		write({ level, label, message }) {
			// What Vite calls an error is thrown as well, with its reason.
			const isTold = told.has(message) || (level === 'error' && label === 'vite');
			told.add(message);
			if (!isTold && !EMPTY_LIST.test(message))
				console.error(`[${[level, label].filter(Boolean).join(', ')}] ${message}`);
		},
	};
}
