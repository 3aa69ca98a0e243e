// The whole annual report from what was typed: title, six sections, three tables. It is the one source of every file, of the
// preview and of our own check, so these cannot differ. Each piece remembers the field it came from.
import { showDay } from '../dates.ts';
import type { Day } from '../period.ts';
import { type Problem, problem } from '../problem.ts';
import type { AnnualFields } from './annual-fields.ts';
import { type ReadEntries, readEntries } from './entries.ts';
import type { CellId, FormTable, StatutoryForm } from './form.ts';
import { charsOf, insertFigures } from './insertion.ts';
import { type AnnualContext, type NamedFigure, namedFigures } from './named-figures.ts';
import { annualTitle } from './scope.ts';

export type ComposedBlock =
  | {
      readonly kind: 'title' | 'section' | 'part' | 'paragraph' | 'organ' | 'day';
      readonly text: string;
      /** The text it came from; null for what the form itself prints. */
      readonly field: string | null;
    }
  /** An empty cell has the text ''. */
  | { readonly kind: 'table'; readonly table: FormTable; readonly texts: Readonly<Record<CellId, string>> };

export interface ComposedReport {
  readonly title: string;
  readonly organ: string;
  readonly year: number;
  readonly blocks: readonly ComposedBlock[];
  /** What keeps it from being whole, at its fields; empty cells and figures that are not there stay visible in `blocks`. */
  readonly problems: readonly Problem[];
  readonly entries: ReadEntries;
  readonly figures: readonly NamedFigure[];
  /** By text: characters after insertion. */
  readonly chars: Readonly<Record<string, number>>;
}

export function composeReport(
  form: StatutoryForm,
  fields: AnnualFields,
  context: AnnualContext,
  signed: Day | null = null,
): ComposedReport {
  const { year, organ } = context;
  const entries = readEntries(form, fields);
  const figures = namedFigures(form, entries, context);
  const inserted = new Map(form.texts.map(({ id }) => [id, insertFigures(id, fields[id] ?? '', figures)]));
  const heading = (kind: 'section' | 'part', text: string, field: string | null = null): ComposedBlock => ({
    kind,
    text,
    field,
  });

  const textsOf = (section: number): ComposedBlock[] =>
    form.texts
      .filter((text) => text.section === section)
      .flatMap(({ id, heading: title }) => [
        ...(title ? [heading('part', title, id)] : []),
        ...paragraphs(inserted.get(id)?.text ?? '').map(
          (text): ComposedBlock => ({ kind: 'paragraph', text, field: id }),
        ),
      ]);

  const title = annualTitle(organ, year);
  const blocks: ComposedBlock[] = [
    { kind: 'title', text: title, field: null },
    ...textsOf(0),
    ...form.sections.flatMap((text, i) => [
      heading('section', text),
      ...textsOf(i + 1),
      ...form.tables
        .filter(({ section }) => section === i + 1)
        .map((table): ComposedBlock => ({ kind: 'table', table, texts: entries.tidied })),
    ]),
    ...(signed
      ? [
          { kind: 'organ', text: organ, field: null } as const,
          { kind: 'day', text: showDay(signed, 'zh-CN'), field: null } as const,
        ]
      : []),
  ];
  return {
    title,
    organ,
    year,
    blocks,
    problems: [
      ...entries.problems,
      ...entries.blank.map((id) => problem(id, 'cell-blank')),
      ...[...inserted.values()].flatMap(({ problems }) => problems),
    ],
    entries,
    figures,
    chars: Object.fromEntries([...inserted].map(([id, { text }]) => [id, charsOf(text)])),
  };
}

const paragraphs = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Characters of a section, all its texts together. */
export const sectionChars = (form: StatutoryForm, chars: Readonly<Record<string, number>>, section: number): number =>
  form.texts.filter((text) => text.section === section).reduce((sum, { id }) => sum + (chars[id] ?? 0), 0);
