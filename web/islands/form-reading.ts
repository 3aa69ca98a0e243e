// Between the form's controls and answers. Read from the page each time: a tap before the script woke, a value the
// browser put back and one typed just now are all the same there.
import type { Channel } from '#core/submission.ts';
import type { RawAnswers } from '../parts/survey-form.tsx';

/** What a form was served as. A second tab takes over the first one's, so that both send the same answer. */
export interface FormIdentity {
  readonly id: string;
  readonly ticket: string;
  readonly channel: Channel;
}

type Control = HTMLInputElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement): Control[] =>
  ([...form.elements] as Control[]).filter(({ name, type }) => name && type !== 'hidden');

const isPick = (control: Control): control is HTMLInputElement => /^(radio|checkbox)$/.test(control.type);

export function readAnswers(form: HTMLFormElement): RawAnswers {
  const answers: Record<string, string | string[]> = {};
  for (const control of controlsOf(form)) {
    const { name, type, value } = control;
    if (isPick(control) ? !control.checked : value.trim() === '') continue;
    if (type === 'checkbox') answers[name] = [...(answers[name] || []), value];
    else answers[name] = value;
  }
  return answers;
}

/** Puts kept answers back where the page has none yet, and tells whether there were any. What a hand set stays. */
export function putBack(form: HTMLFormElement, kept: RawAnswers): boolean {
  const present = readAnswers(form);
  const missing = controlsOf(form).filter(({ name }) => present[name] === undefined && kept[name] !== undefined);
  for (const control of missing) {
    const answer = kept[control.name] as string | readonly string[];
    if (isPick(control)) control.checked = ([] as string[]).concat(answer).includes(control.value);
    else control.value = String(answer);
  }
  return missing.length > 0;
}

export function clearPicks(form: HTMLFormElement, name: string): void {
  for (const control of controlsOf(form)) if (control.name === name && isPick(control)) control.checked = false;
}

export const hiddenField = (form: HTMLFormElement, name: string): HTMLInputElement =>
  form.elements.namedItem(name) as HTMLInputElement;

export function readIdentity(form: HTMLFormElement): FormIdentity {
  const [id = '', ticket = '', channel] = ['id', 'ticket', 'channel'].map((name) => hiddenField(form, name).value);
  return { id, ticket, channel: channel as Channel };
}

/** Also in the form itself, so that a post without script would still send the same answer. */
export function takeIdentity(form: HTMLFormElement, { id, ticket, channel }: FormIdentity): void {
  for (const [name, value] of Object.entries({ id, ticket, channel })) hiddenField(form, name).value = value;
}
