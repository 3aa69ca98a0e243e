// What every command is: a function of a host, its arguments and two streams, which answers with its exit status. What it
// cannot do it throws: WrongUsage, Problems or a Refusal; pingyi.ts says them in words.

import type { Host } from '#worker/host.ts';

export interface Streams {
  out(bytes: Uint8Array | string): unknown;
  err(text: string): unknown;
}

/** 0 fine, 1 found something or refused, 2 wrong usage. */
export type ExitStatus = 0 | 1 | 2;

export interface Command {
  /** One line for each form. */
  readonly usage: string;
  readonly run: (host: Host, args: readonly string[], streams: Streams) => Promise<ExitStatus>;
}

/** A command that reads files only: it opens no database and needs no settings. */
export interface FileCommand {
  readonly usage: string;
  readonly onFiles: (args: readonly string[], streams: Streams) => Promise<ExitStatus>;
}

export class WrongUsage extends Error {}

export const asJson = (value: unknown): string => `${JSON.stringify(value)}\n`;
