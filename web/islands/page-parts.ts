// Finding the parts of the served page. What is asked for here was rendered by our own server, so it is there: a missing
// one is a bug and throws, and the plain form remains.

export const byId = (id: string): HTMLElement => document.getElementById(id) as HTMLElement;

export const part = <E extends HTMLElement = HTMLElement>(of: Element, selector: string): E =>
  of.querySelector(selector) as E;

export const parts = <E extends HTMLElement = HTMLElement>(of: Element, selector: string): E[] => [
  ...of.querySelectorAll<E>(selector),
];

/** Writes only what differs: a live region speaks at every write. */
export function say(element: Element, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
