import { stringify } from 'yaml';
import { hashCapture } from '../../src/edition/read-captures.ts';
import type { Record } from '../../src/model/record.ts';
import { sampleArchive, sampleOutlet, sampleRecord } from './samples.ts';
import { writeFolder } from './temporary-folder.ts';

/** A capture with what makes offsets differ: two-unit characters, all line ends, words that recur. */
export const smallCapture = [
	'\ufeffWatchdog 🔑 locks the messenger\r\n',
	'\r\n',
	'The lock, 🔑🔑 the lock and “the lock” again.\r',
	' \u00a0\n',
	'Last lock\u0085of e\u0301 all',
].join('');

export const smallCommentary = `<Point note="second-lock">A *point*.</Point>

<Quotation p={2} captured="“the lock" speaker="Durov" status="do-not-quote">Not *his*, (*ours*).</Quotation>

<Note id="all" p={3} captured="e\u0301 all" type="style/awkward" severity="minor" confidence="likely" by="first reading">
One paragraph.

Another[^1].

[^1]: A source.
</Note>

<Note id="second-lock" p={2} captured="lock" prefix="🔑 the " type="style/calque" severity="major" confidence="certain" correction="block" reading="block" by="first reading">
Not a *lock*.
</Note>

<Note id="longer" p={2} captured="lock and" type="linguistic/textual" severity="minor" confidence="likely" by="first reading">
Begins where another note does.
</Note>

<Note id="wider" p={2} captured="🔑 the lock" type="style/calque" severity="critical" confidence="certain" masked by="first reading">
Planted.
</Note>

Some prose.
`;

export const smallReading = 'A headline.\n\nThe block, twice.\n\nThe end.\n';

/** The record of the small archive's article, as changed by `change`. */
export const smallRecord = (change: Partial<Record> = {}): Record => ({
	...sampleRecord,
	capture: { ...sampleRecord.capture, sha256: hashCapture(Buffer.from(smallCapture)) },
	...change,
});

/** Write an archive of one article, and captures beside it; `files` are added or take the place of others. */
export function writeSmallArchive(files: { [path: string]: string } = {}) {
	const root = writeFolder({
		'content/archive.yaml': stringify(sampleArchive),
		'content/outlets.yaml': stringify([sampleOutlet]),
		'content/terms.yaml': '[]',
		'content/events.yaml': '[]',
		'content/people.yaml': '[]',
		'content/organisations.yaml': '[]',
		'content/articles/7-watchdog/record.yaml': stringify(smallRecord()),
		'content/articles/7-watchdog/commentary.mdx': smallCommentary,
		'content/articles/7-watchdog/reading.md': smallReading,
		'captures/any name': smallCapture,
		...files,
	});
	return { content: `${root}/content`, captures: `${root}/captures` };
}
