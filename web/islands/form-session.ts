// One visit to the form: wakes the served page, keeps the draft, freezes the answer at the first press of 提交 and shows
// where it is. The page works without any of this; whatever fails here must leave the plain form behind.
import type { Answers } from '#core/answers.ts';
import { fill } from '#core/lang.ts';
import type { Problem } from '#core/problem.ts';
import { trapField } from '#core/submission.ts';
import type { IslandData } from '../parts/island-data.ts';
import type { FieldProblem } from '../parts/survey-form.tsx';
import { startDelivery } from './delivery.ts';
import { dropDraft, readDraft, receiptOf, saveDraft } from './draft.ts';
import {
  clearPicks,
  type FormIdentity,
  hiddenField,
  putBack,
  readAnswers,
  readIdentity,
  takeIdentity,
} from './form-reading.ts';
import type { OutboxItem } from './outbox.ts';
import { byId, part, parts } from './page-parts.ts';
import { pack } from './parcel.ts';
import { showParcel } from './parcel-view.ts';
import { focusProblem, showProblems } from './problem-view.ts';
import { addClearButtons, letterOf, settleTick, showQuestions } from './question-view.ts';
import { settledAnswers } from './settled-answers.ts';
import type { Verdict } from './verdict.ts';

export function startForm(form: HTMLFormElement, panel: HTMLElement, data: IslandData): void {
  const { survey, words } = data;
  /** 长辈版 changes it with the size of type. */
  const action = (): string => form.getAttribute('action') as string;
  const unit = hiddenField(form, 'unit').value;
  const place = `${action().replace(/\?.*/, '')} ${unit}`;
  const title = part(document.documentElement, 'h1').textContent as string;
  const outbox = startDelivery(panel, words.copied, showParcels, changed);
  /** The hash of this form's own parcel, from the press until something in it must be corrected. */
  let frozen: string | undefined;
  /** The hash of the one that is being corrected. */
  let mending: string | undefined;
  /** The server no longer takes this form's ticket or version: opened again, it must not take over its identity. */
  let outdated = false;

  function keep(): boolean {
    const answers = readAnswers(form);
    const version = outdated ? 0 : survey.version;
    showQuestions(data, answers);
    return saveDraft(place, { identity: readIdentity(form), version, answers, savedMs: Date.now() });
  }

  function showParcels(): void {
    const items = outbox.items();
    const own = items.find(({ parcel }) => parcel.sha === frozen);
    form.hidden = own !== undefined;
    panel.hidden = !own;
    if (own) showParcel(panel, own, 'own');
    outbox.showOthers(items.filter((item) => item !== own && item.parcel.sha !== mending));
  }

  function press(): void {
    if (frozen) return;
    const { answers, problems } = settledAnswers(survey, readAnswers(form));
    if (problems.length > 0) correct(problems.map(inWords));
    else freeze(answers);
  }

  function freeze(answers: Answers): void {
    const { id, ticket, channel } = readIdentity(form);
    const payload = { id, survey: survey.code, version: survey.version, unit, channel, answers };
    const letter = letterOf(survey.questions, answers);
    const trapped = hiddenField(form, trapField).value !== '';
    const parcel = pack(payload, ticket, { to: action(), place, title, letter }, trapped);
    showProblems(form, []);
    frozen = parcel.sha;
    void outbox.post(parcel, mending);
    mending = undefined;
    panel.focus();
    panel.scrollIntoView();
  }

  const inWords = ({ field, code, values = {} }: Problem): FieldProblem => {
    const template = code === 'too-long' ? words.chars : data.problem[code] || data.problem['bad-value'];
    return { field, code, message: fill(template as string, values) };
  };

  /** Back to the form, which has kept everything. */
  function correct(problems: readonly FieldProblem[]): void {
    mending = frozen || mending;
    frozen = undefined;
    outdated = problems.some(({ code }) => code === 'bad-ticket' || code === 'bad-version');
    keep();
    showParcels();
    showProblems(form, problems);
    focusProblem(form);
  }

  function changed({ parcel, page }: OutboxItem, verdict?: Verdict): void {
    const own = parcel.sha === frozen;
    if (own && verdict && verdict.is === 'mend') correct(verdict.problems);
    else showParcels();
    if (own && page) leave(page);
  }

  /** In place of the form, so that "back" does not lead into a form that was already received. */
  function leave(page: string): void {
    dropDraft(place);
    location.replace(page);
  }

  /** Whoever writes gets the script that watches for personal data; a page of ticks never fetches it. It runs once. */
  function fetchTyping(): void {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = data.typing;
    document.body.append(script);
  }

  function takeUpDraft(): void {
    const draft = byId('problems').hidden && readDraft(place, Date.now());
    if (!draft) return;
    if (draft.version === survey.version) takeIdentity(form, draft.identity);
    if (putBack(form, draft.answers)) byId('restored').hidden = false;
  }

  /** An answer of this form that an earlier visit froze and that has not arrived yet takes the form's place again. */
  async function takeUpParcels(): Promise<void> {
    await outbox.load();
    const own = outbox.items().find(({ parcel, state }) => parcel.place === place && state === 'waiting');
    if (own && !frozen) {
      frozen = own.parcel.sha;
      takeIdentity(form, JSON.parse(own.parcel.body) as FormIdentity);
    }
    showParcels();
    outbox.flush();
  }

  /** To another language or view (parts/turn-link.tsx): with the draft, or where none is kept with the answers themselves. */
  function turn(address: string): void {
    if (keep()) location.assign(address.replace('&turn', ''));
    else {
      const own = action();
      form.action = address;
      form.submit();
      form.setAttribute('action', own);
    }
  }

  /** By "back" a page is shown as it was left or served, though its answer may have arrived meanwhile. */
  function comeBack(): void {
    const page = receiptOf(readIdentity(form).id);
    if (page) leave(page);
    keep();
  }

  form.addEventListener('input', () => {
    byId('restored').hidden = true;
    keep();
  });
  form.addEventListener('change', ({ target }) => {
    const control = target as HTMLInputElement;
    if (control.checked) settleTick(data, control, readAnswers(form));
    keep();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    press();
  });
  document.addEventListener('click', (event) => {
    const pressed = event.target as HTMLElement;
    const { press, question, larger } = pressed.dataset;
    const address = pressed.getAttribute('formaction');
    if (address && !larger) {
      event.preventDefault();
      turn(address);
    }
    if (press === 'clear') {
      clearPicks(form, question as string);
      keep();
    }
    if (press === 'anew') {
      dropDraft(place);
      form.reset();
      location.assign(form.action);
    }
  });
  for (const box of parts(form, 'textarea, [type=text]')) box.addEventListener('focus', fetchTyping, { once: true });
  addEventListener('pageshow', comeBack);
  addClearButtons(data);
  takeUpDraft();
  keep();
  void takeUpParcels();
}
