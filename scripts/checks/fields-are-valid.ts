import { overFieldFaults, type NamedFault } from '../evidence/field-faults.ts';
import { cut, listOf } from '../evidence/show.ts';
import { askForNearest } from '../evidence/suggest-names.ts';
import type { Rule } from './rule.ts';

export const rule: Rule = {
	id: 'fields-are-valid',
	states: 'Every field and attribute holds a value of its kind.',
	...overFieldFaults('fields-are-valid', (fault) => ({
		message: `${fault.subject} ${fault.message}.${askForNearest(fault.written ?? '', fault.accepted)}`,
		evidence:
			fault.written === undefined
				? []
				: [
						{
							label: 'written',
							value: fault.written.trim() === '' ? '(nothing)' : cut(fault.written),
						},
					],
		hint: hintFor(fault),
	})),
};

function hintFor({ accepted, written = '', kind, name, message, reference }: NamedFault): string {
	if (accepted.length > 0) return `Write ${listOf(accepted, 'or')}.`;
	if (/number/.test(message) && /^\d+$/.test(written))
		return kind === 'attribute'
			? `Write it in braces, without quotation marks: ${name}={${written}}.`
			: `Write it without quotation marks: ${written}.`;
	if (/more than 0/.test(message)) return 'Write a whole number; they count from 1.';
	if (/longer than/.test(message)) return 'Quote only the words that it is about.';
	if (/empty/.test(message)) return 'Write something there; what is not required may be left out.';
	if (/has a query/.test(message))
		return 'Write the address of the home page alone, such as https://example.org/calque/.';
	if (/web address/.test(message)) return 'Write it whole, beginning with https://.';
	if (/should be text/.test(message) && written !== 'null') return 'Put it in quotation marks.';
	if (/should be a list/.test(message))
		return 'Begin each item with a hyphen on a line of its own; [] is an empty list.';
	return `Write a value of its kind; ${reference} says what the ${kind} holds.`;
}
