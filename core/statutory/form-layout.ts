// From the rows and columns of a form to what is printed: cells, labels and spans. Three shapes cover the three tables:
// blocks under headings of their own, one block with rows in groups, and groups side by side in a single row.
import type { FormCell, GridCell } from './form.ts';

type Named = readonly string[];

export interface Block {
  readonly id: string;
  readonly header: string;
  readonly cols: readonly Named[];
  readonly rows: readonly Named[];
}

export interface GroupedRows {
  readonly id: string;
  readonly corner: string;
  readonly over: string;
  /** Of the columns between the first and the last. */
  readonly middle: string;
  readonly cols: readonly Named[];
  /** `path` are the merged labels to the left of the row's own. */
  readonly rows: readonly { readonly id: string; readonly label: string; readonly path: readonly string[] }[];
}

export interface GroupsAside {
  readonly id: string;
  /** `行政诉讼/复议后起诉` stands under a heading that it shares. */
  readonly groups: readonly Named[];
  readonly cols: readonly Named[];
}

/** What sums name: the rows and columns of a block of cells. */
export type Members = readonly { readonly id: string; readonly label: string }[];

export interface LaidBlock {
  readonly id: string;
  readonly rows: Members;
  readonly columns: Members;
}

export interface Laid {
  readonly blocks: readonly LaidBlock[];
  readonly grid: readonly (readonly GridCell[])[];
  readonly cells: readonly Omit<FormCell, 'table' | 'digitsMax' | 'decimalsMax'>[];
}

export const address = (block: string, row: string, column: string): string => `${block}.${row}.${column}`;

const printed = (kind: 'heading' | 'label', text: string, columns = 1, rows = 1): GridCell => ({
  kind,
  text,
  columns,
  rows,
});
const figure = (cell: string, columns = 1): GridCell => ({ kind: 'figure', text: '', cell, columns, rows: 1 });

const members = (named: readonly Named[]): Members => named.map(([id = '', label = '']) => ({ id, label }));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

export function blocksLayout(blocks: readonly Block[], corner: string, dataColumns: number): Laid {
  return {
    blocks: blocks.map(({ id, cols, rows }) => ({ id, rows: members(rows), columns: members(cols) })),
    grid: blocks.flatMap(({ id, header, cols, rows }) => {
      const span = dataColumns / cols.length;
      return [
        [printed('heading', header, dataColumns + 1)],
        [printed('heading', corner), ...cols.map(([, title = '']) => printed('heading', title, span))],
        ...rows.map(([row = '', label = '']) => [
          printed('label', label),
          ...cols.map(([column = '']) => figure(address(id, row, column), span)),
        ]),
      ];
    }),
    cells: blocks.flatMap(({ id, cols, rows }) =>
      rows.flatMap(([row = '', label = '']) =>
        cols.map(([column = '', title = '']) => ({ id: address(id, row, column), row: label, column: title })),
      ),
    ),
  };
}

export function groupedLayout({ id, corner, over, middle, cols, rows }: GroupedRows): Laid {
  const labelColumns = 1 + Math.max(...rows.map(({ path }) => path.length));
  const [first, last] = [cols[0], cols.at(-1)];
  const between = cols.slice(1, -1);
  const heads = [
    [printed('heading', corner, labelColumns, 3), printed('heading', over, cols.length)],
    [
      printed('heading', first?.[1] ?? '', 1, 2),
      printed('heading', middle, between.length),
      printed('heading', last?.[1] ?? '', 1, 2),
    ],
    between.map(([, title = '']) => printed('heading', title)),
  ];
  // A merged label is printed by the first row below it.
  const opening = (row: number, depth: number): GridCell[] => {
    const path = rows[row]?.path ?? [];
    const under = (other: number) => path.slice(0, depth + 1).every((label, i) => rows[other]?.path[i] === label);
    if (row > 0 && under(row - 1)) return [];
    const after = rows.findIndex((_, other) => other > row && !under(other));
    return [printed('label', path[depth] ?? '', 1, (after === -1 ? rows.length : after) - row)];
  };
  return {
    blocks: [{ id, rows: rows.map(({ id: row, label }) => ({ id: row, label })), columns: members(cols) }],
    grid: [
      ...heads,
      ...rows.map(({ id: row, label, path }, i) => [
        ...path.flatMap((_, depth) => opening(i, depth)),
        printed('label', label, labelColumns - path.length),
        ...cols.map(([column = '']) => figure(address(id, row, column))),
      ]),
    ],
    cells: rows.flatMap(({ id: row, label, path }) =>
      cols.map(([column = '', title = '']) => ({
        id: address(id, row, column),
        row: [...path.slice(1), label.replace(/（区分.*$/, '')].join('·'),
        column: title,
      })),
    ),
  };
}

export function asideLayout({ id, groups, cols }: GroupsAside): Laid {
  const paths = groups.map(([group = '', label = '']) => ({ group, path: label.split('/') }));
  const tops = [...new Set(paths.map(({ path }) => path[0] ?? ''))];
  const under = (top: string) => paths.filter(({ path }) => path[0] === top);
  const shared = (top: string) => under(top).some(({ path }) => path.length > 1);
  const titles = (rows: number) => cols.map(([, title = '']) => printed('heading', title, 1, rows));
  return {
    blocks: [
      {
        id,
        rows: paths.map(({ group, path }) => ({ id: group, label: path.join('·') })),
        columns: members(cols),
      },
    ],
    grid: [
      tops.map((top) => printed('heading', top, sum(under(top).map(() => cols.length)))),
      tops.flatMap((top) =>
        shared(top) ? under(top).map(({ path }) => printed('heading', path[1] ?? '', cols.length)) : titles(2),
      ),
      tops.flatMap((top) => (shared(top) ? under(top).flatMap(() => titles(1)) : [])),
      paths.flatMap(({ group }) => cols.map(([column = '']) => figure(address(id, group, column)))),
    ],
    cells: paths.flatMap(({ group, path }) =>
      cols.map(([column = '', title = '']) => ({ id: address(id, group, column), row: path.join('·'), column: title })),
    ),
  };
}
