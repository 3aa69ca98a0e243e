// The texts of an annual report while they are written: how long each is, how long the first section is, and figures put in by name
// where the caret stands.
import { fill } from '#core/lang.ts';
import type { StatutoryForm } from '#core/statutory/form.ts';
import { charsOf } from '#core/statutory/insertion.ts';
import type { AnnualIslandData } from '../parts/annual-island.ts';
import { fieldOf } from './entry-cells.ts';

export function countTexts(form: StatutoryForm, { annual }: AnnualIslandData['words']): void {
  for (const { id, sample } of form.texts) {
    const hint = document.getElementById(`d-${id}`);
    const text = fieldOf(id)?.value ?? '';
    const chars = fill(annual.chars, { n: charsOf(text) });
    if (hint) hint.textContent = text === '' ? `${chars} · ${fill(annual.sample, { sample })}` : chars;
  }
  const line = document.querySelector<HTMLElement>('[data-section-chars]');
  if (!line) return;
  const { section, charsMax: max } = form.advice;
  const n = form.texts
    .filter((text) => text.section === section)
    .reduce((sum, { id }) => sum + charsOf(fieldOf(id)?.value ?? ''), 0);
  line.textContent = fill(annual.sectionChars, { n, max });
  line.className = n > max ? 'problem' : 'quiet';
}

/** A button beside each figure's name; it goes into the text that was written in last. */
export function offerFigures(page: HTMLElement, { entering }: AnnualIslandData['words']): void {
  let last: HTMLTextAreaElement | null = page.querySelector('textarea');
  page.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLTextAreaElement) last = target;
  });
  for (const name of page.querySelectorAll<HTMLElement>('.figures th code')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.textContent = entering.insert;
    button.setAttribute('aria-label', `${entering.insert} ${name.textContent}`);
    button.addEventListener('click', () => {
      last?.focus();
      last?.setRangeText(name.textContent ?? '', last.selectionStart, last.selectionEnd, 'end');
      last?.dispatchEvent(new Event('input', { bubbles: true }));
    });
    name.after(' ', button);
  }
}
