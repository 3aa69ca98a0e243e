// Documents under test: what they list is compared with what there is, in both directions.
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';
import { scopes } from '#core/api-token.ts';
import { langs } from '#core/lang.ts';
import { wordsFor } from '#core/text.ts';
import { createApp } from '#worker/app.ts';
import type { Database } from '#worker/database.ts';
import { makeHost } from '#worker/host.ts';
import { readSettings, settingNames } from '#worker/settings.ts';

const read = (path: string) => readFileSync(path, 'utf8');
const documents = globSync(['*.md', 'docs/**/*.md']).sort();

const noDatabase = {} as Database;
const app = createApp(makeHost(noDatabase, readSettings({ SECRET: 'x'.repeat(32) })));
const routes = [
  ...new Set(app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)),
].sort();

describe('docs/routes.md', () => {
  const listed = [...read('docs/routes.md').matchAll(/^\| `((?:GET|POST|PUT|DELETE) [^`\s]+)`/gm)].map(
    (found) => found[1],
  );

  test('lists every route of the app and no other', () => {
    expect([...listed].sort()).toEqual(routes);
  });
});

describe('docs/operate.md', () => {
  test('lists every setting', () => {
    const listed = [...read('docs/operate.md').matchAll(/`([A-Z][A-Z_]+)`/g)].map((found) => found[1]);
    for (const name of [...settingNames, 'PORT', 'STATE_DIR']) expect(listed).toContain(name);
  });
});

describe('docs/data.md', () => {
  test('lists every table with every column and no other', () => {
    const sqlite = new DatabaseSync(':memory:');
    for (const file of readdirSync('migrations').sort()) sqlite.exec(read(`migrations/${file}`));
    const names = sqlite
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as {
      name: string;
    }[];
    const is = names.map(({ name }) => {
      const columns = sqlite.prepare(`PRAGMA table_info(${name})`).all() as { name: string }[];
      return [name, columns.map((column) => column.name).sort()];
    });
    const listed = [...read('docs/data.md').matchAll(/^\| `(\w+)` \| (.+?) \|/gm)].map(([, table, columns]) => [
      table,
      [...(columns ?? '').matchAll(/`(\w+)`/g)].map((found) => found[1]).sort(),
    ]);
    expect(listed.sort()).toEqual(is.sort());
  });
});

describe('documents', () => {
  test('link only to files that exist', () => {
    const broken = documents.flatMap((path) =>
      [...read(path).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map((found) => found[1] as string)
        .filter((target) => !existsSync(join(dirname(path), target)))
        .map((target) => `${path} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  test('name only commands that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const unknown = documents.flatMap((path) =>
      [...read(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)]
        .map((found) => found[1] as string)
        .filter((name) => !(name in scripts))
        .map((name) => `${path}: npm run ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  test('have decisions numbered without a gap', () => {
    const numbers = readdirSync('docs/decisions')
      .sort()
      .map((file) => Number(file.slice(0, 3)));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
    expect(numbers.length).toBeGreaterThanOrEqual(10);
  });

  test('hold no path of a machine', () => {
    const found = globSync([
      '*.{md,json,toml,ts}',
      '{docs,core,web,worker,node,scripts,tests,migrations}/**/*.{md,ts,tsx,mjs,sql,css,json}',
    ])
      .filter((path) => path !== 'package-lock.json' && path !== 'tests/docs.test.ts')
      .filter((path) => /\/(work|root|home)\/\w|\.library|farm-bench/.test(read(path)));
    expect(found).toEqual([]);
  });
});

describe('the languages', () => {
  const flat = (words: object, at = ''): [string, string][] =>
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${at}${key}`, value] as [string, string]] : flat(value as object, `${at}${key}.`),
    );
  const placeholders = (text: string) =>
    [...text.matchAll(/\{(\w+)\}/g)]
      .map((found) => found[1])
      .sort()
      .join();

  for (const lang of langs)
    test(`${lang} has every key, and every placeholder of the model language`, () => {
      const model = new Map(flat(wordsFor('zh-CN')));
      const words = new Map(flat(wordsFor(lang)));
      expect([...words.keys()].sort()).toEqual([...model.keys()].sort());
      const differing = [...words].filter(([key, text]) => placeholders(text) !== placeholders(model.get(key) ?? ''));
      expect(differing).toEqual([]);
    });

  test('no text is empty', () => {
    for (const lang of langs) expect(flat(wordsFor(lang)).filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});

describe('docs/api.md', () => {
  test('names the routes of the API and its scopes as they are', () => {
    const text = read('docs/api.md');
    for (const route of ['/api/v1/openapi.json', '/api/v1/results/', '/api/v1/reports/', '/api/v1/invitations']) {
      expect(text).toContain(route);
      expect(routes.some((each) => each.includes(route.replace(/\/$/, '')))).toBe(true);
    }
    const called = [...text.matchAll(/https:\/\/[\w.-]+\/pingyi(\/[\w./-]+)/g)].map(([, path = '']) => path);
    expect(called.length).toBeGreaterThanOrEqual(scopes.length);
    const patterns = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1/'))
      .map(({ path }) => new RegExp(`^${path.replace(/:\w+\{(.*)\}$/, '$1').replace(/:\w+/g, '[^/]+')}$`));
    expect(called.filter((path) => !patterns.some((pattern) => pattern.test(path)))).toEqual([]);
    const listed = [...text.matchAll(/^\| `([a-z.]+)` \|/gm)].map((found) => found[1]);
    expect(listed.sort()).toEqual([...scopes].sort());
  });
});
