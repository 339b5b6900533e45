type Content = Node | string;

/** Make an element with attributes and content; an attribute that is `false` or `undefined` is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: { [attribute: string]: string | number | boolean | undefined } = {},
	...content: Content[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [attribute, value] of Object.entries(attributes))
		if (value !== undefined && value !== false)
			element.setAttribute(attribute, value === true ? '' : String(value));
	element.append(...content);
	return element;
}

/** Make a button that does `act` and nothing else. */
export function makeButton(
	label: string,
	act: () => unknown,
	attributes: { [attribute: string]: string } = {},
): HTMLButtonElement {
	const button = make('button', { type: 'button', ...attributes }, label);
	button.addEventListener('click', () => void act());
	return button;
}

let labelled = 0;

/** Put a label before a control, and a hint that describes it after. */
export function makeField(
	label: string,
	control: HTMLElement,
	...hints: HTMLElement[]
): HTMLElement {
	labelled++;
	control.id ||= `calque-field-${labelled}`;
	for (const [index, hint] of hints.entries()) hint.id ||= `${control.id}-hint-${index + 1}`;
	if (hints.length > 0)
		control.setAttribute('aria-describedby', hints.map(({ id }) => id).join(' '));
	return make(
		'div',
		{ class: 'field' },
		make('label', { for: control.id }, label),
		control,
		...hints,
	);
}

/** Make a choice from a list of values; `label` says how each is shown. */
export function makeChoice(
	values: readonly string[],
	label: (value: string) => string = (value) => value,
): HTMLSelectElement {
	return make('select', {}, ...values.map((value) => make('option', { value }, label(value))));
}
