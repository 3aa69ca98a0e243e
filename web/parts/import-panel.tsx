// Importing figures from a file: choose, look at what would change, fill in what is wanted, take it back. Built in the browser.
import type { VNode } from 'preact';
import { fill } from '#core/lang.ts';
import type { Words } from '#core/text.ts';
import { TableBox } from './table-box.tsx';

export interface Difference {
  readonly id: string;
  readonly label: string;
  readonly now: string;
  readonly inFile: string;
  readonly chosen: boolean;
}

export interface Preview {
  readonly name: string;
  /** Cells read, the equal ones among them. */
  readonly read: number;
  readonly unreadable: number;
  /** Of the file, where it is not the page's. */
  readonly otherYear: number | null;
  readonly differences: readonly Difference[];
}

export interface ImportPanelProps {
  readonly words: Words['importing'];
  readonly year: number;
  readonly problem: string;
  readonly said: string;
  readonly preview: Preview | null;
  readonly onFile: (input: HTMLInputElement) => void;
  readonly onChoose: (id: string | null, chosen: boolean) => void;
  readonly onApply: () => void;
  readonly onCancel: () => void;
  /** Null when there is nothing to take back. */
  readonly onUndo: (() => void) | null;
}

export function ImportPanel(props: ImportPanelProps) {
  const { words: w, problem, said, preview, onFile, onUndo } = props;
  return (
    <section class="panel importing">
      <div class="field">
        <label for="import-file">{w.title}</label>
        <span class="hint" id="import-hint">
          {w.hint}
        </span>
        <span class="problem" id="import-problem" role="alert">
          {problem}
        </span>
        <input
          type="file"
          id="import-file"
          accept=".xlsx,.docx,.html,.htm,.csv,.json,.md,.txt"
          aria-describedby="import-hint import-problem"
          aria-invalid={problem ? 'true' : undefined}
          onChange={(event) => onFile(event.currentTarget)}
        />
      </div>
      <p role="status" class="import-said">
        {said}{' '}
        {onUndo && (
          <button type="button" class="plain" onClick={onUndo}>
            {w.undo}
          </button>
        )}
      </p>
      {preview && <PreviewTable {...props} preview={preview} />}
    </section>
  );
}

function PreviewTable({
  words: w,
  year,
  preview,
  onChoose,
  onApply,
  onCancel,
}: ImportPanelProps & { preview: Preview }) {
  const { name, read, unreadable, otherYear, differences } = preview;
  const chosen = differences.filter((each) => each.chosen).length;
  const changed = differences.filter(({ now }) => now.trim() !== '').length;
  const title = fill(w.preview, { name, n: read, changed: differences.length });
  return (
    <div class="import-preview" id="import-preview" tabIndex={-1}>
      <h3>{title}</h3>
      {otherYear !== null && <p class="problem">{fill(w.otherYear, { found: otherYear, year })}</p>}
      {unreadable > 0 && <p>{fill(w.unreadable, { n: unreadable })}</p>}
      {changed > 0 && <p>{fill(w.overwrites, { n: changed })}</p>}
      <TableBox label={title}>
        <table>
          <thead>
            <tr>
              <td>
                <Choice label={w.all} checked={chosen === differences.length} on={(on) => onChoose(null, on)} />
              </td>
              <th scope="col">{w.cell}</th>
              <th scope="col" class="n">
                {w.now}
              </th>
              <th scope="col" class="n">
                {w.inFile}
              </th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ id, label, now, inFile, chosen: on }) => (
              <tr key={id}>
                <td>
                  <Choice label={fill(w.choose, { cell: label })} checked={on} on={(yes) => onChoose(id, yes)} />
                </td>
                <th scope="row">{label}</th>
                <td class="n">
                  {now.trim() === '' ? <span class="off">{w.empty}</span> : now}{' '}
                  {now.trim() !== '' && <b>{w.changes}</b>}
                </td>
                <td class="n">{inFile}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p class="deeds">
        <button type="button" class="button" disabled={chosen === 0} onClick={onApply}>
          {fill(w.apply, { n: chosen })}
        </button>
        <button type="button" class="plain" onClick={onCancel}>
          {w.cancel}
        </button>
      </p>
    </div>
  );
}

const Choice = ({ label, checked, on }: { label: string; checked: boolean; on: (on: boolean) => void }): VNode => (
  <input type="checkbox" aria-label={label} checked={checked} onChange={(event) => on(event.currentTarget.checked)} />
);
