// Importing tables on the page of an annual report. Files are read here and go nowhere; what is taken over is put into the page's
// own fields, with an `input` event for each, and stored when its author saves.
import { render } from 'preact';
import { fill } from '#core/lang.ts';
import { type Entries, readEntry } from '#core/statutory/entries.ts';
import { cellLabel, formOf } from '#core/statutory/form.ts';
import type { AnnualIslandData } from '../parts/annual-island.ts';
import { ImportPanel, type Preview } from '../parts/import-panel.tsx';
import { fieldOf, put } from './entry-cells.ts';
import { readTableFile } from './table-file.ts';

const place = document.querySelector<HTMLElement>('#annual-import');
const {
  year,
  fault,
  words: { importing: words },
}: AnnualIslandData = JSON.parse(document.querySelector('#island-data')?.textContent ?? '');
const form = formOf(year);
const cellById = new Map(form.cells.map((cell) => [cell.id, cell]));

let preview: Preview | null = null;
let before: Entries | null = null;

function show({ problem = '', said = '' } = {}): void {
  if (!place) return;
  const panel = (
    <ImportPanel
      words={words}
      year={year}
      problem={problem}
      said={said}
      preview={preview}
      onFile={open}
      onChoose={choose}
      onApply={apply}
      onCancel={() => close()}
      onUndo={before && takeBack}
    />
  );
  render(panel, place);
}

async function open(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  const bytes = await file.arrayBuffer().catch(() => null);
  // So that the same file, mended, can be chosen again.
  input.value = '';
  const { name } = file;
  const found = bytes ? readTableFile(form, name, new Uint8Array(bytes)) : { fault: 'gone' as const };
  preview = null;
  if ('fault' in found) return show({ problem: `${name}: ${fault[found.fault]}` });
  const read = Object.keys(found.entries).length;
  if (read === 0) return show({ problem: fill(words.none, { name }) });
  const differences = differing(found.entries);
  if (differences.length === 0) return show({ said: fill(words.same, { name, n: read }) });
  const otherYear = found.year !== null && found.year !== year ? found.year : null;
  preview = { name, read, unreadable: found.unreadable, otherYear, differences };
  show();
  document.querySelector<HTMLElement>('#import-preview')?.focus();
}

/** Cells whose figure in the file is another than on the page; 1,234 and 1234 are the same. */
function differing(entries: Entries): Preview['differences'] {
  return form.cells.flatMap(({ id }) => {
    const inFile = entries[id];
    const now = fieldOf(id)?.value;
    if (inFile === undefined || now === undefined || printed(id, inFile) === printed(id, now)) return [];
    return [{ id, label: cellLabel(form, id), now, inFile, chosen: true }];
  });
}

function printed(id: string, text: string): string {
  const cell = cellById.get(id);
  const reading = cell && readEntry(cell, text);
  return reading?.kind === 'figure' ? reading.text : text.trim();
}

function choose(id: string | null, chosen: boolean): void {
  if (!preview) return;
  const differences = preview.differences.map((each) => (id === null || each.id === id ? { ...each, chosen } : each));
  preview = { ...preview, differences };
  show();
}

function apply(): void {
  if (!preview) return;
  const { name, differences } = preview;
  const chosen = differences.filter((each) => each.chosen);
  before = put(Object.fromEntries(chosen.map(({ id, inFile }) => [id, inFile])));
  close(fill(words.applied, { name, n: chosen.length }));
}

function takeBack(): void {
  if (before) put(before);
  before = null;
  show({ said: words.undone });
}

function close(said = ''): void {
  preview = null;
  show({ said });
  document.querySelector<HTMLElement>('#import-file')?.focus();
}

show();
if (location.hash === '#annual-import') place?.scrollIntoView();
