import type { Position } from '../../src/edition/read-yaml.ts';
import type { Problem } from '../../src/model/problem.ts';
import { cut, lineAt } from './show.ts';

/** Words for what is wrong with MDX, in the commentary of an article and in a page alike. */

/** What the MDX is. */
type Owner = 'commentary' | 'page';
type MdxFault = Position & { what: string };

/** Say where and why MDX cannot be parsed, and what its author most likely meant. */
export function describeSyntaxFault(
	fault: MdxFault,
	text: string,
	owner: Owner,
): Omit<Problem, 'rule' | 'file'> {
	const { line, column } = placeOf(fault);
	const source = cut(lineAt(text, line).trim());
	return {
		line,
		column,
		message: `The ${owner} cannot be parsed: ${describe(fault.what)}.`,
		evidence: source === '' ? [] : [{ label: 'line', value: source }],
		hint: hintForSyntax(fault.what, owner),
	};
}

/** The parser reports a missing end where it noticed; the author needs the tag that was left open. */
function placeOf({ what, line, column }: MdxFault): Position {
	const open = /^Expected a closing tag .*\((\d+):(\d+)-/.exec(what);
	return open ? { line: Number(open[1]), column: Number(open[2]) } : { line, column };
}

function describe(what: string): string {
	if (isTypographicQuote(what))
		return `the value of an attribute begins with ${/`(.)`/u.exec(what)?.[1] ?? 'a typographic mark'}, and not with a straight quotation mark`;
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
function hintForSyntax(what: string, owner: Owner): string {
	if (isTypographicQuote(what))
		return 'Write straight quotation marks around the value of an attribute: captured="…". Inside it any marks may stand.';
	if (/to create a comment|U\+0021/.test(what)) return `Remove the comment: a ${owner} has none.`;
	if (/import\/exports/.test(what)) return 'Begin the paragraph with another word.';
	if (/closing tag|end-tag|closing slash/.test(what))
		return owner === 'page'
			? 'Write &lt; for a “less than” sign, and <Typology /> with its slash.'
			: 'Close every element: <Note …> with </Note>, on a line of its own or at the end of the text.';
	if (/expression|brace/.test(what))
		return 'Write &#123; for an opening brace and &#125; for a closing one.';
	if (/[Nn]ested|signs of markup/.test(what)) return 'Write the passage as plain text.';
	return owner === 'page'
		? 'Write &lt; for a “less than” sign.'
		: 'Write &lt; for a “less than” sign; put attribute values in quotation marks.';
}

/** Word processors put “ ” where MDX needs " ". */
function isTypographicQuote(what: string): boolean {
	return /before attribute value/.test(what) && /^Unexpected character `[“”„‟‘’‚‛«»‹›]`/.test(what);
}

/** Say what to write instead of code. */
export function hintForCode(what: string, owner: Owner): string {
	if (/^\{\s*\.\.\./.test(what)) return 'Write the attributes out, one by one.';
	if (/^\{\s*\/[*/]/.test(what)) return `Remove the comment: a ${owner} has none.`;
	if (what.startsWith('{'))
		return 'Write &#123; for an opening brace and &#125; for a closing one, or remove the expression.';
	if (/^\w+=/.test(what))
		return 'Give the attribute text in quotation marks, or a whole number, true or false in braces.';
	return 'Remove the line. A paragraph of prose may not begin with the word import or export.';
}
