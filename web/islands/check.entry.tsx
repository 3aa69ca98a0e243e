// The check page's script: reads what was chosen, dropped or pasted, checks it here, and shows what was found. It asks nobody
// for anything, and the page's content security policy lets it ask nobody.
import { render } from 'preact';
import { type CheckOptions, checkReport, type ReportSource } from '#core/check/check-report.ts';
import { readDocument } from '#core/check/read.ts';
import { recoverTables } from '#core/check/recover-tables.ts';
import { CheckOutcome, type Outcome } from '../parts/check-outcome.tsx';
import { checkText } from '../parts/check-text.ts';
import type { CheckingData } from '../parts/checking-data.ts';
import { copyText } from './copy-text.ts';
import { type FileFault, readReportFile } from './report-file.ts';

const element = <T extends HTMLElement>(id: string): T => {
  const found = document.querySelector<T>(`#${id}`);
  if (!found) throw new Error(`no #${id}`);
  return found;
};

const { lang, words }: CheckingData = JSON.parse(element('island-data').textContent ?? '');
const form = element<HTMLFormElement>('check');
const report = element<HTMLInputElement>('report');
const pasted = element<HTMLTextAreaElement>('pasted');
const lastYear = element<HTMLInputElement>('last-year');
const organs = element<HTMLInputElement>('organs');
const scope = element<HTMLSelectElement>('scope');
const year = element<HTMLInputElement>('year');
const working = element('working');
const place = element('outcome');

interface Named {
  readonly name: string;
  readonly source: ReportSource;
}

function blame(input: HTMLElement, message: string): void {
  element(`${input.id}-problem`).textContent = message;
  if (message) input.setAttribute('aria-invalid', 'true');
  else input.removeAttribute('aria-invalid');
}

/** The files of an input, or null with what is wrong said at it. */
async function filesOf(input: HTMLInputElement): Promise<readonly Named[] | null> {
  const named: Named[] = [];
  const wrong: string[] = [];
  const fault = (name: string, why: FileFault) => wrong.push(`${name}: ${words.fault[why]}`);
  for (const file of input.files ?? []) {
    const bytes = await file.arrayBuffer().catch(() => null);
    const read = bytes === null ? null : readReportFile(file.name, new Uint8Array(bytes));
    if (read === null) wrong.push(`${file.name}: ${words.fault.gone}`);
    else if ('fault' in read) fault(file.name, read.fault);
    else named.push({ name: file.name, source: read.source });
  }
  blame(input, wrong.join(' '));
  return wrong.length > 0 ? null : named;
}

/** Null, with the reason at its field, unless everything can be read. */
async function everything(): Promise<{ main: Named; before: Named | null; options: CheckOptions } | null> {
  const typedYear = year.value.normalize('NFKC').trim();
  const yearOk = typedYear === '' || /^20\d\d$/.test(typedYear);
  blame(year, yearOk ? '' : words.fault.year);
  const [files, before, parts] = [await filesOf(report), await filesOf(lastYear), await filesOf(organs)];
  const text = pasted.value.trim();
  const main = files?.[0] ?? (text === '' ? undefined : { name: words.pasted, source: { text } });
  if (files && !main) blame(report, words.fault.nothing);
  if (!files || !before || !parts || !main || !yearOk) return null;
  return {
    main,
    before: before[0] ?? null,
    options: {
      lang,
      ...(before[0] ? { lastYear: before[0].source } : {}),
      ...(parts.length > 0 ? { organs: parts.map(({ source }) => source) } : {}),
      ...(scope.value === 'government' || scope.value === 'department' ? { scope: scope.value } : {}),
      ...(typedYear === '' ? {} : { year: Number(typedYear) }),
    },
  };
}

/** Only the newest choice is shown, however long an older file takes to read. */
let newest = 0;

async function check(): Promise<void> {
  const mine = ++newest;
  const given = await everything();
  if (mine !== newest) return;
  if (!given) {
    place.hidden = true;
    document.querySelector<HTMLElement>('[aria-invalid]')?.focus();
    return;
  }
  working.textContent = words.working;
  // Lets the browser say so before it is busy.
  await new Promise((done) => setTimeout(done, 30));
  const { main, before, options } = given;
  show({
    name: main.name,
    result: checkReport(main.source, options),
    lastYear: before && {
      name: before.name,
      tables: recoverTables(readDocument(before.source.text, before.source.format)),
    },
    organs: options.organs?.length ?? 0,
  });
  working.textContent = '';
  place.hidden = false;
  place.focus();
}

function show(outcome: Outcome, copied = false): void {
  const props = { ...outcome, words };
  const copy = () => {
    if (copyText(checkText(props))) show(outcome, true);
    else document.getSelection()?.selectAllChildren(place);
  };
  render(<CheckOutcome {...props} copied={copied} onCopy={copy} onPrint={() => print()} />, place);
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
form.addEventListener('reset', () => {
  newest++;
  place.hidden = true;
  for (const input of [report, lastYear, organs, year]) blame(input, '');
});
report.addEventListener('change', () => {
  if (report.files?.length) check();
});
pasted.addEventListener('input', () => {
  report.value = '';
  blame(report, '');
});
for (const input of [lastYear, organs, scope, year])
  input.addEventListener('change', () => {
    if (report.files?.length || pasted.value.trim() !== '') check();
  });

// A file dropped beside an input would otherwise replace the page with itself.
addEventListener('dragover', (event) => event.preventDefault());
addEventListener('drop', (event) => {
  event.preventDefault();
  const files = event.dataTransfer?.files;
  if (!files?.length) return;
  const into = event.target === lastYear || event.target === organs ? (event.target as HTMLInputElement) : report;
  into.files = files;
  into.dispatchEvent(new Event('change'));
});

for (const scriptless of document.querySelectorAll<HTMLElement>('[data-scriptless]')) scriptless.hidden = true;
form.hidden = false;
document.documentElement.classList.add('scripted');
