// What script adds to the page of an annual report: sums with every key, a spreadsheet's keys and pasting, lengths of texts, figures
// by name, and a copy of what is not stored yet. The page is whole without it, and everything is stored by its own form.
import { render } from 'preact';
import { fill } from '#core/lang.ts';
import { minuteOf } from '#core/period.ts';
import { type Entries, readEntries } from '#core/statutory/entries.ts';
import { type CellId, cellLabel, formOf } from '#core/statutory/form.ts';
import type { AnnualIslandData } from '../parts/annual-island.ts';
import { EntryBar, KeptOffer } from '../parts/entry-bar.tsx';
import { cellIdOf, entriesNow, fieldOf, put } from './entry-cells.ts';
import { changedFrom, type Kept, keep, missing, readKept } from './entry-draft.ts';
import { listenToKeys } from './entry-keys.ts';
import { showSums, sumsNow } from './entry-sums.ts';
import { countTexts, offerFigures } from './entry-texts.ts';
import { placeBlock, readBlock, withoutLabels } from './pasted-block.ts';

const page = document.querySelector<HTMLFormElement>('#annual');
const { year, lastYear, unlike, keepAs, words }: AnnualIslandData = JSON.parse(
  document.querySelector('#island-data')?.textContent ?? '',
);
const w = words.entering;
const form = formOf(year);
const fields = [...form.cells, ...form.texts];
/** What is stored: the page of a save that was not taken holds more. */
const stored = { ...entriesNow(fields), ...unlike };
const pauseMs = 300;

let sums = sumsNow(form, lastYear, words);
let here: CellId | null = null;
let said = '';
let before: Entries | null = null;
let waiting: Kept | null = readKept(keepAs);
/** What the browser keeps is this window's to remove only once it put it there or found it. */
let ours = waiting !== null;
let kept = true;
let leaving = false;
let timer = 0;

const unsaved = (): number => Object.keys(changedFrom(stored, entriesNow(fields))).length;

function show(): void {
  const place = document.querySelector('#entry-bar');
  if (!place) return;
  const implied = here === null ? undefined : sums.implied.get(here);
  render(
    <EntryBar
      words={w}
      cell={here === null ? null : { label: cellLabel(form, here), implied: implied ?? null }}
      said={said}
      unsaved={unsaved()}
      kept={kept}
      onFill={() => here !== null && implied !== undefined && fillIn(here, implied)}
      onUndo={before && takeBack}
    />,
    place,
  );
}

function putAll(entries: Entries, message: string): void {
  before = put(entries);
  said = message;
  refresh();
}

function takeBack(): void {
  if (before) put(before);
  before = null;
  said = w.undone;
  refresh();
}

function fillIn(id: CellId, value: number): void {
  putAll({ [id]: String(value) }, fill(w.filled, { cell: cellLabel(form, id), n: value }));
  fieldOf(id)?.focus();
}

function refresh(): void {
  sums = sumsNow(form, lastYear, words);
  showSums(form, sums, words, fillIn);
  countTexts(form, words);
  show();
}

/** What waits to be offered is kept with it, until its author has decided. */
function keepDraft(): void {
  clearTimeout(timer);
  const fieldsKept = { ...waiting?.fields, ...changedFrom(stored, entriesNow(fields)) };
  ours ||= Object.keys(fieldsKept).length > 0;
  if (ours) kept = keep(keepAs, { fields: fieldsKept, at: Date.now() });
}

function offerKept(): void {
  const place = document.querySelector('#entry-kept');
  const lost = waiting ? missing(waiting, entriesNow(fields)) : {};
  if (!place || !waiting || Object.keys(lost).length === 0) {
    waiting = null;
    keepDraft();
    return;
  }
  const decide = (restore: boolean) => () => {
    waiting = null;
    render(null, place);
    if (restore) putAll(lost, w.restored);
    keepDraft();
  };
  const at = minuteOf(waiting.at);
  const offer = { at, fields: Object.keys(lost).length, onRestore: decide(true), onDiscard: decide(false) };
  render(<KeptOffer words={w} {...offer} />, place);
}

function paste(event: ClipboardEvent): void {
  const id = cellIdOf(form, event.target);
  const table = form.tables.find((each) => each.id === form.cells.find((cell) => cell.id === id)?.table);
  if (!id || !table || !event.clipboardData) return;
  const block = readBlock(event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html'));
  // One cell is pasted by the browser, where the caret stands.
  if (block.length === 1 && block[0]?.length === 1) return;
  event.preventDefault();
  const { entries, outside, blank } = placeBlock(table, id, withoutLabels(block));
  const wrong = readEntries(form, entries).problems.length;
  putAll(
    entries,
    [
      fill(w.pasted, { n: Object.keys(entries).length }),
      ...(wrong > 0 ? [fill(w.unread, { n: wrong })] : []),
      ...(blank > 0 ? [fill(w.blank, { n: blank })] : []),
      ...(outside > 0 ? [fill(w.outside, { n: outside })] : []),
    ].join(''),
  );
}

if (page) {
  document.documentElement.classList.add('scripted');
  listenToKeys(page, form);
  offerFigures(page, words);
  page.addEventListener('paste', paste);
  page.addEventListener('focusin', ({ target }) => {
    here = cellIdOf(form, target) ?? (target instanceof HTMLTextAreaElement ? null : here);
    show();
  });
  page.addEventListener('input', () => {
    leaving = false;
    clearTimeout(timer);
    timer = setTimeout(() => {
      keepDraft();
      refresh();
    }, pauseMs);
  });
  page.addEventListener('submit', () => {
    leaving = true;
    keepDraft();
  });
  // Asked only where leaving would lose something.
  addEventListener('beforeunload', (event) => {
    keepDraft();
    if (leaving || kept || unsaved() === 0) return;
    event.preventDefault();
    event.returnValue = true; // for browsers before 2023
  });
  addEventListener('pagehide', keepDraft);
  offerKept();
  refresh();
}
