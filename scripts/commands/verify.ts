// `pingyi verify FILE`: whether a file says what was sealed in this database, and where it first does not. 0 it does and is
// the current version, 1 anything else.

import { readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Verdict } from '#core/verification.ts';
import { fileBytesMax, verify as verifyBytes } from '#worker/verify/verify.ts';
import { asJson, type Command, WrongUsage } from './command.ts';

export const verify: Command = {
  usage: 'pingyi verify FILE [--json]',
  async run(host, args, { out }) {
    const { path, json } = read(args);
    const verdict = await verifyBytes(host.db, bytesOf(path));
    out(json ? asJson({ ok: verdict.is === 'matches', ...verdict }) : `${sentence(verdict)}\n`);
    return verdict.is === 'matches' ? 0 : 1;
  },
};

function bytesOf(path: string): Uint8Array {
  if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) throw new WrongUsage(`no such file: ${path}`);
  if (statSync(path).size > fileBytesMax)
    throw new WrongUsage(`${path} is over ${fileBytesMax} bytes: no file of ours is`);
  return readFileSync(path);
}

function sentence(verdict: Verdict): string {
  if (verdict.is === 'unreadable') return `Cannot be verified: ${verdict.why}.`;
  if (verdict.is === 'not-sealed-here')
    return verdict.sha ? `Not sealed here: ${verdict.sha}.` : 'Not sealed here: the file names no hash.';
  const of = `${verdict.year} version ${verdict.version}, sealed ${verdict.sealed}, ${verdict.sha}`;
  if (verdict.is === 'matches') return `Matches ${of}.`;
  if (verdict.is === 'newer-version')
    return `Matches ${of}; the current version is ${verdict.newest.version}, sealed ${verdict.newest.sealed}.`;
  const { table, row, column, sealed, found } = verdict.difference;
  const place = [table, row, column].filter(Boolean).join(' / ');
  return `Differs from ${of}.\n${place || 'outside of tables'}: sealed ${said(sealed)}, in the file ${said(found)}.`;
}

const said = (text: string | null): string => (text === null ? 'nothing' : JSON.stringify(text));

const options = { json: { type: 'boolean' } } as const;

function read(args: readonly string[]): { path: string; json: boolean } {
  const { values, positionals } = parse(args);
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0) throw new WrongUsage();
  return { path, json: values.json ?? false };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    throw new WrongUsage();
  }
}
