// The source tree as the guards read it: every file of ours with its folder and its text.
import { globSync, readFileSync } from 'node:fs';

export interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

export const folders = ['core', 'web', 'worker', 'node', 'scripts', 'tests'] as const;

export const sourceFiles = (...of: readonly string[]): SourceFile[] =>
  globSync(of.map((folder) => `${folder}/**/*.{ts,tsx,mjs,css,sql}`))
    .sort()
    .map((path) => ({ path, folder: path.split('/')[0] as string, text: readFileSync(path, 'utf8') }));

/** The specifiers a file imports from, type imports included. */
export const importsOf = ({ text }: SourceFile): { from: string; typeOnly: boolean }[] =>
  [...text.matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm)].map((found) => ({
    from: found[2] as string,
    typeOnly: found[1] !== undefined,
  }));
