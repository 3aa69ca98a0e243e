// `npm run -s pingyi -- COMMAND …` on the database of the embedded host. Exit status: 0 fine, 1 found something, 2 wrong
// usage. With --json one JSON value is all there is on standard output, also when something is refused.

import { readFileSync, writeFileSync } from 'node:fs';
import { Problems, Refusal } from '#core/problem.ts';
import { problemText, refusalText, wordsFor } from '#core/text.ts';
import { d1Database } from '#worker/d1.ts';
import { makeHost } from '#worker/host.ts';
import { bounded } from '#worker/resilience.ts';
import { readSettings } from '#worker/settings.ts';
import { check } from './commands/check.ts';
import {
  asJson,
  type Command,
  type ExitStatus,
  type FileCommand,
  type Streams,
  WrongUsage,
} from './commands/command.ts';
import { doctor } from './commands/doctor.ts';
import { importing } from './commands/import.ts';
import { invite } from './commands/invite.ts';
import { report } from './commands/report.ts';
import { staff } from './commands/staff.ts';
import { survey } from './commands/survey.ts';
import { token } from './commands/token.ts';
import { unit } from './commands/unit.ts';
import { verify } from './commands/verify.ts';
import { verifyAudit } from './commands/verify-audit.ts';
import { openEmbedded } from './embedded.ts';
import { migrate } from './migrate.ts';
import { readHostSettings, SettingsWrong } from './settings.ts';
import { writingDatabase } from './written-sql.ts';

const commands: Readonly<Record<string, Command | FileCommand>> = {
  staff,
  token,
  unit,
  survey,
  invite,
  report,
  check,
  verify,
  import: importing,
  'verify-audit': verifyAudit,
  doctor,
};

const help = `${Object.values(commands)
  .map(({ usage }) => usage)
  .join('\n')}

The database is the one below STATE_DIR (default .state). With --write-sql FILE the command runs on an empty database, or on the
export named by --on FILE.sql, and writes its changes as SQL for another database (docs/operate.md). Exit status: 0 fine, 1 found something, 2 wrong usage.
`;

/** One statement may take this long; a command has no deadline as a whole. */
const statementMs = 60_000;

const streams: Streams = {
  out: (bytes) => process.stdout.write(bytes),
  err: (text) => process.stderr.write(text),
};

process.exitCode = await main(process.argv.slice(2));

async function main([name = '', ...rest]: readonly string[]): Promise<ExitStatus> {
  const { args, writeSql, on } = elsewhere(rest);
  if (name === 'help' || [name, ...args].some((arg) => arg === '--help' || arg === '-h')) {
    streams.out(commands[name] ? `${commands[name].usage}\n` : help);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    streams.err(help);
    return 2;
  }
  try {
    if ('onFiles' in command) return await command.onFiles(args, streams);
    return await (writeSql === undefined ? onDatabase(command, args) : asSql(command, args, writeSql, on));
  } catch (error) {
    return explain(error, command, args.includes('--json'));
  }
}

async function onDatabase(command: Command, args: readonly string[]): Promise<ExitStatus> {
  const { stateDir, bindings } = readHostSettings();
  const { d1, dispose } = await openEmbedded({ stateDir, settings: bindings, serve: false });
  try {
    await migrate(d1);
    const db = bounded(d1Database(d1), { leftMs: () => statementMs, jitter: Math.random });
    return await command.run(makeHost(db, readSettings(bindings)), args, streams);
  } finally {
    await dispose();
  }
}

/** Takes out the two options that say where the command works; all others belong to the command. */
function elsewhere(given: readonly string[]): { args: string[]; writeSql?: string; on?: string } {
  const args = [...given];
  const taken = ['--write-sql', '--on'].map((option) => {
    const at = args.indexOf(option);
    return at < 0 ? undefined : args.splice(at, 2)[1];
  });
  const [writeSql, on] = taken;
  return { args, ...(writeSql !== undefined && { writeSql }), ...(on !== undefined && { on }) };
}

/** The file holds a password's hash or a token's at most, but belongs to nobody else all the same. */
async function asSql(command: Command, args: readonly string[], path: string, on?: string): Promise<ExitStatus> {
  const { db, written } = writingDatabase(on === undefined ? null : readFileSync(on, 'utf8'));
  const status = await command.run(makeHost(db, readSettings(readHostSettings().bindings)), args, streams);
  writeFileSync(path, written(), { mode: 0o600 });
  return status;
}

function explain(error: unknown, { usage }: Pick<Command, 'usage'>, json: boolean): ExitStatus {
  const words = wordsFor('en');
  if (error instanceof WrongUsage || error instanceof SettingsWrong) {
    streams.err(`${error.message || usage}\n`);
    return 2;
  }
  if (!(error instanceof Problems || error instanceof Refusal)) throw error;
  const reasons =
    error instanceof Refusal
      ? [Object.values(refusalText(words, error)).join('. ')]
      : error.problems.map((problem) => `${problem.field}: ${problemText(words, problem)}`);
  if (json) streams.out(asJson({ ok: false, problems: reasons }));
  else streams.err(`${reasons.join('\n')}\n`);
  return 1;
}
