import type { Citable } from '../citing/citable.ts';
import { citeInEveryStyle } from './citation-styles.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * Write the items of a list of what is cited, in every style. A page may have a hundred such lists, and each has
 * so many small parts that a component would take far longer than the citations do.
 */
export function citationListHtml(citable: Citable): string {
	return citeInEveryStyle(citable)
		.map(({ label, language, inTextLabel = '', reference, referenceHtml, inText }) => {
			const lang = language === 'ru' ? ' lang="ru"' : '';
			const whole =
				referenceHtml === undefined
					? `<p class="citation"${lang}>${escapeHtml(reference)}</p>`
					: `<p class="citation">${referenceHtml}</p>`;
			const short = inText
				? `<p class="in-text"> <span class="label">${inTextLabel}</span>  <span class="citation"${lang}>${escapeHtml(inText)}</span> </p>`
				: '';
			return `<div> <dt>${label}</dt> <dd> ${whole} ${short} </dd> </div>`;
		})
		.join('');
}
