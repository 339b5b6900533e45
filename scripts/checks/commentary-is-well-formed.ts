import type { CommentaryFault } from '../../src/edition/read-commentary.ts';
import type { Position } from '../../src/edition/read-yaml.ts';
import { cut, lineAt } from '../evidence/show.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'commentary-is-well-formed',
	states: 'Every commentary can be parsed as MDX.',
	check: ({ articles }) =>
		articles.flatMap(({ commentary }) =>
			commentary.faults
				.filter(({ kind }) => kind === 'syntax')
				.map((fault) => {
					const { line, column } = placeOf(fault);
					return {
						rule: rule.id,
						file: commentary.path,
						line,
						column,
						message: `The commentary cannot be parsed: ${describe(fault.what)}.`,
						evidence: [
							{ label: 'line', value: cut(lineAt(commentary.file?.text ?? '', line).trim()) },
						],
						hint: hintFor(fault.what),
					};
				}),
		),
};

/** The parser reports a missing end where it noticed; the author needs the tag that was left open. */
function placeOf({ what, line, column }: CommentaryFault): Position {
	const open = /^Expected a closing tag .*\((\d+):(\d+)-/.exec(what);
	return open ? { line: Number(open[1]), column: Number(open[2]) } : { line, column };
}

function describe(what: string): string {
	if (/U\+0021/.test(what)) return '`<!` begins a comment';
	if (/import\/exports/.test(what))
		return 'a line that begins with import or export is taken for code';
	if (/expression with acorn/.test(what)) return 'what stands in braces is taken for code';
	const sentence = what
		.replace(/\s*\(note: .*\)$/, '')
		.replace(/,? such as .*$/, '')
		.replace(/\s*\(\d+:\d+-\d+:\d+\)/, '');
	return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

/** Say what an author most likely meant by what the parser stumbled over. */
function hintFor(what: string): string {
	if (/to create a comment|U\+0021/.test(what)) return 'Remove the comment: a commentary has none.';
	if (/import\/exports/.test(what)) return 'Begin the paragraph with another word.';
	if (/closing tag|end-tag|closing slash/.test(what))
		return 'Close every element: <Note …> with </Note>, on a line of its own or at the end of the text.';
	if (/expression|brace/.test(what))
		return 'Write &#123; for an opening brace and &#125; for a closing one.';
	if (/[Nn]ested/.test(what)) return 'Write the passage as plain text.';
	return 'Write &lt; for a “less than” sign; put attribute values in quotation marks.';
}
