// The database port: three methods, one SQL dialect (SQLite's). SQL is written only with the sql tag, which turns every
// value into a bound parameter, so that a string can never become SQL.

export type Value = string | number | null;
export interface Statement {
  readonly text: string;
  readonly values: readonly Value[];
}

export interface Database {
  all<Row>(statement: Statement): Promise<Row[]>;
  first<Row>(statement: Statement): Promise<Row | null>;
  /** All statements or none, in order; how many rows each of them changed. */
  commit(statements: readonly Statement[]): Promise<number[]>;
}

const isStatement = (part: Value | Statement): part is Statement => typeof part === 'object' && part !== null;

/** sql`… WHERE id = ${id}`; a statement inside another one is spliced in with its values. */
export const sql = (strings: TemplateStringsArray, ...parts: (Value | Statement)[]): Statement => ({
  text: strings.reduce((text, string, i) => {
    const part = parts[i - 1];
    return text + (part !== undefined && isStatement(part) ? part.text : '?') + string;
  }),
  values: parts.flatMap((part) => (isStatement(part) ? part.values : [part])),
});

/** A UNIQUE or PRIMARY KEY failure (on `table.column`, if named), which both hosts report in the same words. */
export const isUniqueFailure = (error: unknown, column = ''): boolean =>
  String(error).includes(`UNIQUE constraint failed: ${column}`);
