// The members of a JSON summary, each under its path: the table is where it stands, the row what it is about, the column
// its own name. Elements of a list go by their code, so that the path can be read.
import type { Piece } from '#core/verification.ts';

const names = ['code', 'survey', 'unit', 'channel', 'reason', 'theme', 'handling', 'version'] as const;

/** `value` must not nest deeply: see `readSealed`. */
export function piecesOfJson(value: unknown): Piece[] {
  const pieces: Piece[] = [];
  const walk = (each: unknown, path: readonly string[]): void => {
    const members = membersOf(each);
    if (members === null || members.length === 0) {
      const [column = '', row = '', ...outer] = path.toReversed();
      pieces.push({ table: outer.toReversed().join(' › '), row, column, text: JSON.stringify(each) });
    } else for (const [name, member] of members) walk(member, [...path, name]);
  };
  walk(value, []);
  return pieces;
}

function membersOf(value: unknown): [string, unknown][] | null {
  if (typeof value !== 'object' || value === null) return null;
  if (Array.isArray(value)) return value.map((element, i) => [nameOf(element) ?? String(i + 1), element]);
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function nameOf(element: unknown): string | null {
  if (typeof element !== 'object' || element === null) return null;
  const own = element as Readonly<Record<string, unknown>>;
  const name = names.find((each) => typeof own[each] === 'string' || typeof own[each] === 'number');
  return name ? String(own[name]) : null;
}
