// The three statutory tables of a report, however it was extracted, and which year's form they follow.
import type { Cells } from './cell.ts';
import type { ReportDocument } from './document.ts';
import { flatten } from './flat.ts';
import { applicantIds, disclosureRows, groupIds, outcomeIds, remedyCell, requestCell, requestRowIds } from './form.ts';
import { recoverDisclosure } from './recover-disclosure.ts';
import { recoverRemedies } from './recover-remedies.ts';
import { recoverRequests } from './recover-requests.ts';

export type TableId = 'A' | 'B' | 'C';
export type FormYear = '2021' | '2019' | 'unknown';

export interface Tables {
  /** 国办公开办函〔2021〕30号 or 〔2019〕60号, told by the columns and by 其他处理. */
  readonly form: FormYear;
  readonly found: Readonly<Record<TableId, boolean>>;
  readonly cells: Cells;
}

export const disclosureCellIds: readonly string[] = disclosureRows.flatMap((row) => row.cells);
export const requestCellIds: readonly string[] = requestRowIds.flatMap((row) =>
  applicantIds.map((column) => requestCell(row, column)),
);
export const remedyCellIds: readonly string[] = groupIds.flatMap((group) =>
  outcomeIds.map((column) => remedyCell(group, column)),
);

export function recoverTables(document: ReportDocument): Tables {
  const flat = flatten(document);
  const requests = recoverRequests(flat);
  const disclosure = recoverDisclosure(flat, requests.start);
  const remedies = recoverRemedies(flat, requests.end);
  const old = disclosure.old || requests.old;
  return {
    form: old ? '2019' : disclosure.found || requests.found ? '2021' : 'unknown',
    found: { A: disclosure.found, B: requests.found, C: remedies.found },
    cells: { ...disclosure.cells, ...requests.cells, ...remedies.cells },
  };
}
