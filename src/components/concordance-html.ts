import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { isCaptureDamage } from '../model/typology.ts';
import type { ConcordanceLine } from './concordance-lines.ts';

/**
 * Render a line of a concordance: the words before, the marked rendering, the words after. No character
 * stands between them that is not in the text; a line that the page's own layout broke would add some.
 */
export function concordanceLineHtml({ note, line }: ConcordanceLine): string {
	const severity = isCaptureDamage(note.type) ? 'damage' : note.severity;
	const cut = (isCut: boolean, sign: string) =>
		isCut ? [element('span', ['cut'], [text(sign)])] : [];
	return toHtml([
		element('bdi', ['before'], [...cut(line.isCutBefore, '… '), text(line.before)]),
		element(
			'span',
			['after'],
			[
				element('mark', [severity], [element('bdi', [], [text(line.keyword)])]),
				element('bdi', [], [text(line.after), ...cut(line.isCutAfter, ' …')]),
			],
		),
	]);
}

function element(tagName: string, className: string[], children: ElementContent[]): ElementContent {
	const properties = className.length > 0 ? { className } : {};
	return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
	return { type: 'text', value };
}
