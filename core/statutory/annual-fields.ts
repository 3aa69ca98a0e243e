// Everything typed into an annual report: the cells of its tables and its texts, in one record by id. Two people may write
// at once: what only one of them changed is merged, what both changed differently is a conflict that shows both.
import { tidyText } from '../canonical.ts';
import { type Problem, problem } from '../problem.ts';
import { entryCharsMax } from './entries.ts';
import { cellOf, type StatutoryForm } from './form.ts';

/** A field that is absent is as empty as one with ''. */
export type AnnualFields = Readonly<Record<string, string>>;

/** A whole section is about a thousand; nobody writes ten of them into one field. */
export const textCharsMax = 6000;

export const isTextId = (form: StatutoryForm, id: string): boolean => form.texts.some((text) => text.id === id);

/** What of a post belongs to the form, tidied; and what is too long or no field, as Problems. */
export function acceptFields(
  form: StatutoryForm,
  posted: AnnualFields,
): { readonly fields: AnnualFields; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const fields: Record<string, string> = {};
  for (const [id, value] of Object.entries(posted)) {
    const max = cellOf(form, id) ? entryCharsMax : isTextId(form, id) ? textCharsMax : 0;
    const text = tidyText(value);
    if (max === 0) problems.push(problem(id.slice(0, 40), 'unknown-field'));
    else if (text.length > max) problems.push(problem(id, 'too-long', { max, length: text.length }));
    else fields[id] = text;
  }
  return { fields, problems };
}

/** Without empty fields, in the order of their names: one document for the same content. */
export const storedFields = (fields: AnnualFields): AnnualFields =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([, text]) => text !== '')
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

export interface FieldConflict {
  readonly field: string;
  readonly stored: string;
  readonly mine: string;
}

export interface Merged {
  /** Where both changed a field, mine; nothing of it is stored before its author has seen the other. */
  readonly fields: AnnualFields;
  readonly conflicts: readonly FieldConflict[];
}

/** `base` is what I began with, `stored` what is there now, `mine` what I have; fields not in `mine` I left alone. */
export function mergeFields(base: AnnualFields, stored: AnnualFields, mine: AnnualFields): Merged {
  const fields: Record<string, string> = { ...stored };
  const conflicts: FieldConflict[] = [];
  for (const [field, text] of Object.entries(mine)) {
    const [before, now] = [base[field] ?? '', stored[field] ?? ''];
    if (text === before) continue;
    if (now !== before && now !== text) conflicts.push({ field, stored: now, mine: text });
    fields[field] = text;
  }
  return { fields, conflicts };
}

export const changedFields = (from: AnnualFields, to: AnnualFields): string[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((id) => (from[id] ?? '') !== (to[id] ?? '')).sort();
