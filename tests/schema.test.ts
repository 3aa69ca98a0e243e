// The schema itself, read back from SQLite after the real migrations.
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from 'vitest';

const files = readdirSync('migrations').sort();
const sqlite = new DatabaseSync(':memory:');
sqlite.exec('PRAGMA foreign_keys = ON');
for (const file of files) sqlite.exec(readFileSync(`migrations/${file}`, 'utf8'));

const tables = sqlite
  .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
  .all() as {
  name: string;
  sql: string;
}[];
const columns = (table: string) =>
  (sqlite.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(({ name }) => name);
const refused = (statement: string) => () => sqlite.exec(statement);

describe('migrations', () => {
  test('are numbered without a gap and each opens with its reason', () => {
    expect(files.map((file) => Number(file.slice(0, 4)))).toEqual(files.map((_, i) => i + 1));
    for (const file of files) expect(readFileSync(`migrations/${file}`, 'utf8')).toMatch(/^-- /);
  });
});

describe('every table', () => {
  test('is STRICT', () => {
    expect(tables.filter(({ sql }) => !/\bSTRICT\b/.test(sql))).toEqual([]);
    expect(tables.length).toBeGreaterThan(8);
  });

  test('has an index for each of its foreign keys', () => {
    const unindexed = tables.flatMap(({ name }) =>
      (sqlite.prepare(`PRAGMA foreign_key_list(${name})`).all() as { from: string }[])
        .filter(({ from }) => {
          const indexes = sqlite.prepare(`PRAGMA index_list(${name})`).all() as { name: string }[];
          const firsts = indexes.map(
            ({ name }) => (sqlite.prepare(`PRAGMA index_info(${name})`).all() as { name: string }[])[0]?.name,
          );
          return !firsts.includes(from) && columns(name)[0] !== from;
        })
        .map(({ from }) => `${name}.${from}`),
    );
    expect(unindexed).toEqual([]);
  });
});

describe('an answer', () => {
  test('is kept without a time of day, an address, a device or an invitation', () => {
    expect(columns('responses').sort()).toEqual(
      [
        'answers',
        'channel',
        'day',
        'fingerprint',
        'id',
        'late',
        'possible_duplicate',
        'quarantine',
        'slip',
        'survey',
        'test',
        'unit',
        'version',
      ].sort(),
    );
  });

  test('has no column in common with an invitation that could join them', () => {
    const shared = columns('invitations').filter((column) => columns('responses').includes(column));
    expect(shared.sort()).toEqual(['survey', 'unit']);
  });

  test('cannot be changed, nor deleted before its retention ends', () => {
    sqlite.exec(`INSERT INTO responses (slip, id, survey, version, unit, channel, day, answers, fingerprint)
      VALUES ('s', '${'0'.repeat(32)}', 'g', 1, 'county', 'web', '2026-06-15', '{}', 'f')`);
    expect(refused('UPDATE responses SET answers = \'{"G00":"s1"}\'')).toThrow(/never changes/);
    expect(refused("UPDATE responses SET day = '2026-06-16'")).toThrow(/never changes/);
    expect(refused('DELETE FROM responses')).toThrow(/retention/);
    sqlite.exec("INSERT INTO retention (what, before) VALUES ('responses', '2026-06-15')");
    expect(refused('DELETE FROM responses')).toThrow(/retention/);
    sqlite.exec("UPDATE retention SET before = '2026-06-16'");
    expect(refused('DELETE FROM responses')).not.toThrow();
  });
});

describe('what must stay', () => {
  test('a published version neither changes nor goes', () => {
    sqlite.exec(
      "INSERT INTO surveys (code, kind, version, opens, closes) VALUES ('g', 'general', 1, '2026-01-01', '2026-12-31')",
    );
    sqlite.exec(
      "INSERT INTO survey_versions (survey, version, document, sha, published) VALUES ('g', 1, '{}', 'x', '2026-01-01')",
    );
    expect(refused("UPDATE survey_versions SET document = '[]'")).toThrow(/never changes/);
    expect(refused('DELETE FROM survey_versions')).toThrow(/stays/);
  });

  test('the audit neither changes nor goes', () => {
    sqlite.exec("INSERT INTO audit VALUES (1, 't', 'a', 'b', 'c', '{}', '', 'h')");
    expect(refused("UPDATE audit SET actor = 'x'")).toThrow(/never changes/);
    expect(refused('DELETE FROM audit')).toThrow(/stays/);
  });

  test('a sealed summary neither changes nor goes', () => {
    sqlite.exec(`INSERT INTO sealed_summaries VALUES (2025, 1, '{}', '${'0'.repeat(64)}', '2026-01-08', 'a')`);
    expect(refused("UPDATE sealed_summaries SET document = '[]'")).toThrow(/never changes/);
    expect(refused('DELETE FROM sealed_summaries')).toThrow(/stays/);
  });

  test('a step of the report neither changes nor goes', () => {
    sqlite.exec("INSERT INTO report_steps VALUES (2025, 1, 'check', 't', 'a', NULL, NULL)");
    expect(refused("UPDATE report_steps SET by = 'x'")).toThrow(/never changes/);
    expect(refused('DELETE FROM report_steps')).toThrow(/stays/);
  });

  test('a used invitation stays used', () => {
    sqlite.exec("INSERT INTO invitations VALUES ('h', 's', 'u', 'r3_1', '2026-01', '1', '2026-12-31', 1)");
    expect(refused('UPDATE invitations SET used = 0')).toThrow(/stays used/);
  });

  test('a withdrawal neither changes nor goes before its answer does', () => {
    const id = '1'.repeat(32);
    sqlite.exec(`INSERT INTO responses (slip, id, survey, version, unit, channel, day, answers, fingerprint)
      VALUES ('w', '${id}', 'g', 1, 'county', 'web', '2020-01-01', '{}', 'f')`);
    sqlite.exec(`INSERT INTO withdrawals VALUES ('w', '${id}', '2020-01-02')`);
    expect(refused("UPDATE withdrawals SET day = '2020-01-03'")).toThrow(/never changes/);
    expect(refused('DELETE FROM withdrawals')).toThrow(/stays/);
    sqlite.exec("INSERT OR REPLACE INTO retention (what, before) VALUES ('responses', '2021-01-01')");
    sqlite.exec("DELETE FROM responses WHERE slip = 'w'");
    expect(refused('DELETE FROM withdrawals')).not.toThrow();
  });

  test('one person alone excludes nothing', () => {
    expect(refused("INSERT INTO exclusions VALUES ('s', 'i', 'staff', 'a', 'a', '2026-01-01')")).toThrow(/CHECK/);
  });
});
