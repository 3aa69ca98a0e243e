// A form from its data: rows, columns, widths, sums and texts as somebody reads them off the printed form. Everything else
// (cells, grids, equations) follows here, so that a new form is a value and no program.
import type {
  CellId,
  Equation,
  FormCell,
  FormTable,
  FormText,
  NamedCells,
  StatutoryForm,
  TableId,
  Term,
} from './form.ts';
import {
  address,
  asideLayout,
  type Block,
  blocksLayout,
  type GroupedRows,
  type GroupsAside,
  groupedLayout,
  type Laid,
} from './form-layout.ts';

export type Layout =
  | {
      readonly shape: 'blocks';
      readonly blocks: readonly Block[];
      readonly corner: string;
      readonly dataColumns: number;
    }
  | ({ readonly shape: 'grouped' } & GroupedRows)
  | ({ readonly shape: 'aside' } & GroupsAside);

export interface TableSpec {
  readonly id: TableId;
  readonly section: number;
  readonly layout: Layout;
  readonly widths: readonly number[];
  readonly headingRows: number;
  /** Of a count in it; more digits are a slip of the hand. */
  readonly digitsMax: number;
  /** Cells that hold money, with their digits after the point. */
  readonly decimals?: Readonly<Record<CellId, number>>;
}

/** plus − minus = before (of last year), in each column or each row of a block, or only in those named. */
export interface SumSpec {
  readonly rule: string;
  readonly block: string;
  readonly each: 'column' | 'row';
  readonly of?: readonly string[];
  readonly plus: readonly string[];
  readonly minus: readonly string[];
  readonly before?: readonly string[];
  readonly soft?: boolean;
}

export interface FormSpec {
  readonly id: string;
  readonly since: number;
  readonly document: string;
  readonly sections: readonly string[];
  readonly texts: readonly FormText[];
  readonly advice: StatutoryForm['advice'];
  readonly namedCells: readonly NamedCells[];
  readonly tables: readonly TableSpec[];
  readonly sums: readonly SumSpec[];
  readonly carriedOver: readonly SumSpec[];
}

export function makeForm({ tables, sums, carriedOver, ...rest }: FormSpec): StatutoryForm {
  const laid = tables.map((spec) => ({ spec, laid: laidOut(spec.layout) }));
  const blocks = laid.flatMap(({ spec, laid }) => laid.blocks.map((block) => ({ table: spec.id, ...block })));

  const equations = (sum: SumSpec): Equation[] => {
    const { rule, each, of, plus, minus, before = [], soft = false } = sum;
    const block = blocks.find(({ id }) => id === sum.block);
    if (!block) throw new Error(`sum ${rule} names no block ${sum.block}`);
    const members = each === 'column' ? block.columns : block.rows;
    return members
      .filter(({ id }) => !of || of.includes(id))
      .map(({ id, label }) => {
        const cell = (other: string) =>
          each === 'column' ? address(block.id, other, id) : address(block.id, id, other);
        const signed = (others: readonly string[], sign: 1 | -1) => others.map((other): Term => [cell(other), sign]);
        const terms = [...signed(plus, 1), ...signed(minus, -1)];
        const total = minus.length === 1 && before.length === 0 ? cell(minus[0] ?? '') : null;
        return { rule, table: block.table, of: id, label, terms, before: signed(before, -1), total, soft };
      });
  };

  return {
    ...rest,
    tables: laid.map(
      ({ spec: { id, section, widths, headingRows }, laid }): FormTable => ({
        id,
        section,
        widths,
        headingRows,
        grid: laid.grid,
      }),
    ),
    cells: laid.flatMap(({ spec, laid }) =>
      laid.cells.map(
        (cell): FormCell => ({
          ...cell,
          table: spec.id,
          digitsMax: spec.digitsMax,
          decimalsMax: spec.decimals?.[cell.id] ?? 0,
        }),
      ),
    ),
    equations: sums.flatMap(equations),
    carriedOver: carriedOver.flatMap(equations),
  };
}

function laidOut(layout: Layout): Laid {
  switch (layout.shape) {
    case 'blocks':
      return blocksLayout(layout.blocks, layout.corner, layout.dataColumns);
    case 'grouped':
      return groupedLayout(layout);
    default:
      return asideLayout(layout);
  }
}
