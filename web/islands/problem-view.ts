// What must be corrected, in the same markup the server writes (parts/problem-summary.tsx, question-field.tsx): a list
// above the form and the sentence at its question.
import type { FieldProblem } from '../parts/survey-form.tsx';
import { byId, part, parts } from './page-parts.ts';
import { frameOf, wordsOf } from './question-view.ts';

export function showProblems(form: Element, problems: readonly FieldProblem[]): void {
  for (const frame of parts(form, '.wrong')) unmark(frame);
  const summary = byId('problems');
  const list = part(summary, 'ul');
  list.textContent = '';
  for (const { field, message } of problems) {
    const code = field.replace(/\..*/, '');
    const line = list.appendChild(made('li', ''));
    if (byId(code)) line.append(mark(code, message));
    line.append(message);
  }
  summary.hidden = problems.length === 0;
}

/** The first question in need takes the focus, else the list. */
export function focusProblem(form: Element): void {
  const [control = byId('problems')] = parts(form, '.wrong input:not([disabled]), .wrong textarea');
  control.focus();
  (control.closest('.wrong') || control).scrollIntoView();
}

function made(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

/** Marks the question and returns the link to it. */
function mark(code: string, message: string): HTMLElement {
  const frame = frameOf(code);
  const sentence = made('p', message);
  sentence.className = 'problem';
  sentence.id = `${code}-problem`;
  part(frame, '.asked').after(sentence);
  frame.classList.add('wrong');
  const group = byId(code);
  group.setAttribute('aria-describedby', `${code}-hint ${code}-problem`);
  if (group.matches('textarea, [role]')) group.setAttribute('aria-invalid', 'true');
  const link = made('a', wordsOf(frame));
  link.setAttribute('href', `#${code}`);
  return link;
}

function unmark(frame: Element): void {
  frame.classList.remove('wrong');
  for (const sentence of parts(frame, '.problem')) sentence.remove();
  for (const group of [frame, ...parts(frame, 'textarea')]) group.removeAttribute('aria-invalid');
}
