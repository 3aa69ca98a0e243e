// The rules that hold the house up, read off the source itself. Each names the design rule it guards; a rule that is in
// the way is changed in docs/decisions, never here alone.
import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folders, importsOf, type SourceFile, sourceFiles } from './source.ts';

const all = sourceFiles(...folders, 'migrations');
const code = all.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path));
const product = code.filter(({ folder }) => ['core', 'web', 'worker', 'node'].includes(folder));
const paths = (files: readonly SourceFile[]) => files.map(({ path }) => path);
const where = (files: readonly SourceFile[], pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, i) => ({ line, at: `${path}:${i + 1}` }))
      .filter(({ line }) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
      .map(({ at, line }) => `${at} ${line.trim()}`),
  );

test('the guards read the whole tree', () => {
  for (const folder of folders) expect(code.filter((file) => file.folder === folder).length).toBeGreaterThan(0);
  expect(code.length).toBe(globSync('{core,web,worker,node,scripts,tests}/**/*.{ts,tsx,mjs}').length);
});

describe('imports', () => {
  const uphill: Record<string, readonly string[]> = {
    core: [],
    web: ['core'],
    worker: ['core', 'web', 'dist'],
    node: ['core', 'web', 'worker'],
    scripts: ['core', 'web', 'worker', 'node', 'tests'],
    tests: ['core', 'web', 'worker', 'node', 'scripts', 'dist'],
  };

  test('run downhill only: core → web → worker → node', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => from.startsWith('#'))
        .map(({ from }) => from.slice(1).split('/')[0] as string)
        .filter((target) => target !== file.folder && !uphill[file.folder]?.includes(target))
        .map((target) => `${file.path} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('cross folders by #name and stay relative inside a folder', () => {
    const wrong = code.flatMap((file) =>
      importsOf(file)
        .filter(({ from }) => (file.folder === 'tests' ? false : from.startsWith(`#${file.folder}/`)))
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    const climbing = code.flatMap((file) => {
      const depth = file.path.split('/').length - 2;
      return importsOf(file)
        .filter(({ from }) => (from.match(/\.\.\//g)?.length ?? 0) > depth)
        .map(({ from }) => `${file.path} imports ${from}`);
    });
    expect([...wrong, ...climbing]).toEqual([]);
  });

  test('of packages into core are zod alone', () => {
    const wrong = product
      .filter(({ folder }) => folder === 'core')
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from }) => !from.startsWith('.') && from !== 'zod')
          .map(({ from }) => `${file.path} ${from}`),
      );
    expect(wrong).toEqual([]);
  });

  test('of the nouns that carry a schema reach web as types only', () => {
    const nouns = product.filter(
      (file) => file.folder === 'core' && importsOf(file).some(({ from }) => from === 'zod'),
    );
    expect(nouns.length).toBeGreaterThan(0);
    const names = nouns.map(({ path }) => `#${path}`);
    const wrong = product
      .filter(({ folder }) => folder === 'web')
      .flatMap((file) =>
        importsOf(file)
          .filter(({ from, typeOnly }) => names.includes(from) && !typeOnly)
          .map(({ from }) => `${file.path} ${from}`),
      );
    expect(wrong).toEqual([]);
  });
});

describe('the tree of packages', () => {
  test('holds one workerd, and zod and preact once', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, unknown> };
    for (const name of ['workerd', 'miniflare', 'zod', 'preact'])
      expect(Object.keys(lock.packages).filter((path) => path.endsWith(`node_modules/${name}`))).toHaveLength(1);
  });
});

describe('core', () => {
  const core = product.filter(({ folder }) => folder === 'core');

  test('has no clock, no randomness, no I/O', () => {
    expect(
      where(core, /Date\.now|new Date\(\)|Math\.random|performance\.|\bfetch\(|\bprocess\.|\bawait\b|console\./),
    ).toEqual([]);
  });
});

describe('SQL', () => {
  test('is written only in worker/store and migrations', () => {
    const elsewhere = product.filter(({ path }) => !path.startsWith('worker/store/'));
    expect(where(elsewhere, /\bsql`|\b(SELECT|INSERT INTO|DELETE FROM|CREATE TABLE)\b|\bUPDATE \w+ SET\b/)).toEqual([]);
  });

  test('reaches the database only through the tag: prepare is called in the adapters alone', () => {
    const elsewhere = product.filter(({ path }) => path !== 'worker/d1.ts' && path !== 'node/sqlite.ts');
    expect(where(elsewhere, /\.prepare\(|\.exec\(\s*[`'"]/)).toEqual([]);
  });
});

describe('writes', () => {
  test('are committed by actions and jobs alone; the store returns statements', () => {
    const others = product.filter(
      ({ path }) =>
        !/^worker\/(actions|jobs)\//.test(path) && !/^(worker\/(d1|database|resilience)|node\/sqlite)\.ts$/.test(path),
    );
    expect(where(others, /\.commit\(/)).toEqual([]);
  });

  test('are never left to run after the reply', () => {
    expect(where(product, /waitUntil/)).toEqual([]);
  });
});

describe('failures', () => {
  test('have their statuses in one map', () => {
    const others = product.filter(
      ({ path }) => path.startsWith('worker/') && !['worker/failures.tsx', 'worker/index.ts'].includes(path),
    );
    expect(where(others, /c\.(json|html|text|body)\(.*,\s*[45]\d\d\b|status:\s*[45]\d\d\b/)).toEqual([]);
  });

  test('are Problems, Refusals or bugs', () => {
    expect(where(product, /throw new (?!Problems\b|Refusal\b|Error\b|Unavailable\b)/)).toEqual([]);
  });
});

describe('markup and requests', () => {
  test('come from components, never from strings put into a page', () => {
    expect(
      where(
        product,
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML|\beval\(|new Function/,
      ),
    ).toEqual([]);
  });

  test('the worker calls nobody', () => {
    expect(
      where(
        product.filter(({ folder }) => folder === 'worker'),
        /(?<![.\w])fetch\((?!request: Request)/,
      ),
    ).toEqual([]);
  });

  test('no page names another host', () => {
    const named = where(
      product.filter(({ folder, path }) => folder === 'web' || path === 'worker/document.tsx'),
      /(src|href|action)=[{"'`]+https?:/,
    );
    expect(named).toEqual([]);
  });
});

describe('a file', () => {
  const isData = ({ path }: SourceFile) => /^core\/(text|model|check\/text)|^tests\/(corpus|golden)|\.gen\./.test(path);

  test('holds one idea: at most 300 lines', () => {
    expect(all.filter((file) => !isData(file) && file.text.split('\n').length > 301).map(({ path }) => path)).toEqual(
      [],
    );
  });

  test('is not named for what it is not', () => {
    const vague = /^(utils?|helpers?|common|misc|types|constants|service|manager)\b/;
    expect(paths(all).filter((path) => vague.test(basename(path)))).toEqual([]);
  });

  test('is named in kebab-case', () => {
    expect(paths(all).filter((path) => !/^[a-z0-9]+([-.][a-zA-Z0-9]+)*\.[a-z]+$|^0\d+_/.test(basename(path)))).toEqual(
      [],
    );
  });

  test('opens by saying what it is', () => {
    const silent = [...product, ...code.filter(({ folder }) => folder === 'scripts')].filter(
      ({ text }) => !/^(#!.*\n)?(\/\/|\/\*)/.test(text),
    );
    expect(paths(silent)).toEqual([]);
  });

  test('has no debt left as a mark', () => {
    expect(
      where(
        code.filter(({ path }) => path !== 'tests/architecture.test.ts'),
        /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)|\.(only|skip|todo)\(/,
      ),
    ).toEqual([]);
  });
});
