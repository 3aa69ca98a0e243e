// A pseudo-language made from English: each text a third longer and forced to run from right to left, placeholders intact.
// And a copy of the sources into which it is added as docs/languages.md says, by one file and three lines.

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { en } from '#core/text/en.ts';
import type { Words } from '#core/text.ts';

/** The tag by which pseudo-languages of this kind are known. */
export const mirroredTag = 'ar-XB';

const rightToLeft = '\u202e';
const asWritten = '\u202c';

const mirrored = (text: string): string =>
  `${rightToLeft}${text} ${'~'.repeat(Math.ceil(text.length / 3))}${asWritten}`;

const everyText = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value), (_, text) => (typeof text === 'string' ? mirrored(text) : text)) as T;

export const mirroredWords: Words = {
  ...everyText(en),
  language: { ...en.language, name: '‏Mirrored', direction: 'rtl' },
};

const sources = ['core', 'web', 'worker', 'scripts', 'migrations', 'tests/world', 'package.json'];
const settings = ['tsconfig.base.json', 'core/tsconfig.json', 'web/tsconfig.json', 'worker/tsconfig.json'];

/** Each register, and the line in it before which the language's line is put. */
const registers = [
  ['core/lang.ts', "'en'] as const", `'en', '${mirroredTag}'] as const`],
  ['core/text.ts', "import { en } from './text/en.ts';", "import { mirrored } from './text/ar-XB.ts';\n$&"],
  ['core/text.ts', 'zhCN, en }', `zhCN, en, '${mirroredTag}': mirrored }`],
  [
    'core/text/typing.ts',
    "import { typing as en } from './en.ts';",
    "import { typing as mirrored } from './ar-XB.ts';\n$&",
  ],
  ['core/text/typing.ts', 'zhCN, en }', `zhCN, en, '${mirroredTag}': mirrored }`],
] as const;

/** The folder of the copy; the caller removes it. */
export function grownTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'pingyi-language-'));
  for (const path of [...sources, ...settings]) cpSync(path, join(tree, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(tree, 'node_modules'));
  const { typing, ...rest } = mirroredWords;
  writeFileSync(
    join(tree, `core/text/${mirroredTag}.ts`),
    `import type { Words } from '../text.ts';\n` +
      `export const typing: Words['typing'] = ${JSON.stringify(typing)};\n` +
      `export const mirrored: Words = { typing, ...${JSON.stringify(rest)} };\n`,
  );
  for (const [file, before, after] of registers) {
    const text = readFileSync(join(tree, file), 'utf8');
    const grown = text.replace(before, after);
    if (grown === text) throw new Error(`${file} has no ${before}: docs/languages.md is out of date`);
    writeFileSync(join(tree, file), grown);
  }
  return tree;
}

export const fell = (tree: string): void => rmSync(tree, { recursive: true, force: true });
