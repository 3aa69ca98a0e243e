// One question at a time: the opening, then each question that is asked, then 提交. Nothing turns by itself; a mistake opens
// its question. Which questions are asked stays with question-view.ts, which hides the others.
import { fill } from '#core/lang.ts';
import { readAnswers } from './form-reading.ts';
import { byId, part, parts, say } from './page-parts.ts';
import { focusProblem } from './problem-view.ts';
import { frameOf } from './question-view.ts';

type Place = HTMLElement | 'intro' | 'finish';

/** `turned` is told which question is shown now, if any. */
export function startPager(form: HTMLFormElement, turned: (question?: HTMLElement) => void): void {
  const pager = byId('pager');
  const problems = byId('problems');
  let here: Place = 'intro';

  const places = (): Place[] => ['intro', ...parts(form, '.question').filter(({ hidden }) => !hidden), 'finish'];

  /** Again after each answer, because an answer can bring a question or take one away. */
  function draw(): void {
    const left = places().length - 2 - places().indexOf(here);
    const step = typeof here === 'string' ? here : 'question';
    const at = step === 'question' && left === 0 ? 'last' : step;
    document.body.dataset.step = step;
    for (const element of parts(pager, '[data-at]'))
      element.hidden = !(element.dataset.at as string).split(' ').includes(at);
    const rest = part(pager, '[data-left]');
    say(rest, fill(rest.dataset.left as string, { n: left }));
  }

  function show(place: Place): void {
    here = place;
    for (const frame of parts(form, '.question')) frame.classList.toggle('now', frame === place);
    draw();
    turned(typeof place === 'string' ? undefined : place);
  }

  /** Shows it from its top and lets a screen reader begin there. */
  function turnTo(place: Place): void {
    show(place);
    const top = typeof place === 'string' ? part(document.body, place === 'intro' ? 'h1' : '.finish') : place;
    top.tabIndex = -1;
    top.focus();
    top.scrollIntoView();
  }

  /** From the opening one goes on after the last question that an earlier visit answered. */
  function next(): Place {
    const answers = readAnswers(form);
    const all = places();
    let at = all.indexOf(here);
    if (here === 'intro')
      all.forEach((place, i) => {
        if (typeof place !== 'string' && answers[codeOf(place)] !== undefined) at = i;
      });
    return all[at + 1] as Place;
  }

  const back = (): Place => places()[places().indexOf(here) - 1] as Place;

  function openMistake(): void {
    if (problems.hidden) return;
    show(parts(form, '.wrong')[0] || 'finish');
    focusProblem(form);
  }

  form.addEventListener('change', draw);
  form.addEventListener('click', (event) => {
    const pressed = event.target as HTMLElement;
    const { turn } = pressed.dataset;
    if (turn) turnTo(turn === 'next' ? next() : turn === 'back' ? back() : 'finish');
    const link = pressed.closest('#problems a');
    if (!link) return;
    event.preventDefault();
    turnTo(frameOf((link.getAttribute('href') as string).slice(1)));
  });
  // Enter in a line of text, or the keyboard's own "go", means the next question here, not 提交.
  document.addEventListener(
    'submit',
    (event) => {
      if (here === 'finish') return;
      event.preventDefault();
      event.stopPropagation();
      turnTo(next());
    },
    true,
  );
  new MutationObserver(openMistake).observe(problems, { childList: true, subtree: true });

  pager.hidden = false;
  show(parts(form, '.question').find((frame) => frame.contains(document.activeElement)) || 'intro');
  openMistake();
}

const codeOf = (frame: HTMLElement): string => part<HTMLInputElement>(frame, '[name]').name;
