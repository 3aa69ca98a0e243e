// The questions as they answer to what has been answered: which are asked, which boxes are shut and why, how many
// characters are left, how far one is. Only attributes and texts change; the controls keep what the hand gave them.
import { otherField } from '#core/answers.ts';
import { tidyText } from '#core/canonical.ts';
import { askedQuestions } from '#core/journey.ts';
import { fill } from '#core/lang.ts';
import type { Question, QuestionOf } from '#core/survey.ts';
import type { IslandData } from '../parts/island-data.ts';
import type { RawAnswers } from '../parts/survey-form.tsx';
import { afterTick, isShut } from './box-rules.ts';
import { byId, part, parts, say } from './page-parts.ts';

export const frameOf = (code: string): HTMLElement => byId(code).closest('.question') as HTMLElement;

/** The question itself, without its number and without 必答. */
export const wordsOf = (frame: Element): string =>
  [...part(frame, '.asked').childNodes].map((node) => (node.nodeType === 3 ? node.textContent : '')).join('');

const picksOf = (frame: Element) => parts<HTMLInputElement>(frame, 'label > input');
const labelOf = (pick: Element): string => (pick.parentNode as Node).textContent as string;

/** A radio cannot be un-pressed; whoever touched one by mistake may leave the question blank again. */
export function addClearButtons({ survey, words }: IslandData): void {
  for (const { code, kind, required } of survey.questions) {
    if (required || (kind !== 'rating' && kind !== 'choice')) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'plain';
    button.dataset.press = 'clear';
    button.dataset.question = code;
    button.textContent = words.clear;
    part(frameOf(code), '.under').append(button);
  }
}

export function showQuestions({ survey, words }: IslandData, answers: RawAnswers): void {
  const asked = askedQuestions(survey, answers);
  for (const question of survey.questions) {
    const frame = frameOf(question.code);
    frame.hidden = !asked.includes(question);
    const given = answers[question.code];
    for (const clear of parts(frame, '[data-press]')) clear.hidden = given === undefined;
    if ('options' in question) showOther(question, given);
    if (question.kind === 'choices') {
      const picks = picksOf(frame);
      for (const pick of picks) pick.disabled = isShut(question, (given || []) as string[], pick.value);
      const full = picks.some(({ disabled }) => disabled);
      say(part(frame, '.guidance'), full ? fill(words.boxesFull, { max: question.max as number }) : '');
    }
    if (question.kind === 'text') {
      const { length } = tidyText(String(given || ''));
      const count = part(frame, '.count');
      say(count, fill(words.chars, { length, max: question.charsMax }));
      count.classList.toggle('over', length > question.charsMax);
    }
  }
  showProgress(words.progress, asked.filter(({ code }) => answers[code] !== undefined).length, asked.length);
}

function showOther({ code, options }: QuestionOf<'choice' | 'choices'>, given: RawAnswers[string] | undefined): void {
  const other = options.find((option) => option.other);
  if (other) byId(otherField(code)).hidden = !(given || []).includes(other.code);
}

/** A box that was just ticked may push others out. */
export function settleTick({ survey }: IslandData, { name, value }: HTMLInputElement, answers: RawAnswers): void {
  const question = survey.questions.find(({ code }) => code === name);
  if (question?.kind !== 'choices') return;
  const staying = afterTick(question, answers[name] as string[], value);
  for (const pick of picksOf(frameOf(name))) pick.checked = staying.includes(pick.value);
}

function showProgress(template: string, done: number, asked: number): void {
  const strip = byId('strip');
  const bar = part<HTMLProgressElement>(strip, 'progress');
  strip.hidden = false;
  say(part(strip, 'span'), fill(template, { done, asked }));
  bar.max = asked;
  bar.value = done;
}

/** The answers in words, read from the page: what one can keep when an answer cannot be delivered. */
export function letterOf(questions: readonly Question[], answers: RawAnswers): string {
  return questions
    .filter(({ code }) => answers[code] !== undefined)
    .map(({ code, kind }) => {
      const frame = frameOf(code);
      const chosen = picksOf(frame).filter(
        ({ value }) => kind !== 'text' && ([] as string[]).concat(answers[code] as string).includes(value),
      );
      const lines = [...chosen.map(labelOf), kind === 'text' ? answers[code] : answers[otherField(code)]];
      return [wordsOf(frame), ...lines.filter(Boolean)].join('\n');
    })
    .join('\n\n');
}
