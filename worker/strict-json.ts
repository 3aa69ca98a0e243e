// JSON.parse keeps the last of two equal keys without a word; an answer must not depend on which one a reader keeps.
// So the text is parsed by the platform and then scanned once for an object that names a key twice.
import { Problems, problem } from '#core/problem.ts';

export function parseJsonStrictly(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problems([problem('body', 'malformed')]);
  }
  const twice = repeatedKey(text);
  if (twice !== null) throw new Problems([problem('body', 'duplicate-key', { key: twice.slice(0, 64) })]);
  return value;
}

/** The first key that an object of this valid JSON text has twice; null when there is none. */
export function repeatedKey(text: string): string | null {
  const token = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;
  const open: (Set<string> | null)[] = [];
  let string = '';
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const mark = found[0];
    if (mark === '{') open.push(new Set());
    else if (mark === '[') open.push(null);
    else if (mark === '}' || mark === ']') open.pop();
    else if (mark === ':') {
      const keys = open.at(-1);
      const key = JSON.parse(string) as string;
      if (keys?.has(key)) return key;
      keys?.add(key);
    } else string = mark;
  }
  return null;
}
