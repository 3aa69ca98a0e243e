// What the database port promises, whatever stands behind it. Each host runs this same suite with the real migrations.
import { expect, test } from 'vitest';
import { type Database, isUniqueFailure, sql } from '#worker/database.ts';

export function databaseContract(open: () => Promise<Database>): void {
  const unit = (code: string, position = 0) =>
    sql`INSERT INTO units (code, name, position) VALUES (${code}, ${'{}'}, ${position})`;
  const codes = async (db: Database, prefix: string) =>
    (await db.all<{ code: string }>(sql`SELECT code FROM units WHERE code LIKE ${`${prefix}%`} ORDER BY code`)).map(
      ({ code }) => code,
    );

  test('a commit is all its statements, in order', async () => {
    const db = await open();
    const changes = await db.commit([unit('a1'), unit('a2'), sql`UPDATE units SET position = 5 WHERE code LIKE 'a%'`]);
    expect(changes).toEqual([1, 1, 2]);
    expect(await codes(db, 'a')).toEqual(['a1', 'a2']);
  });

  test('a commit whose second statement fails leaves nothing', async () => {
    const db = await open();
    await db.commit([unit('b1')]);
    const failure = await db.commit([unit('b2'), unit('b1')]).then(
      () => null,
      (error: unknown) => error,
    );
    expect(isUniqueFailure(failure)).toBe(true);
    expect(await codes(db, 'b')).toEqual(['b1']);
  });

  test('an insert that meets its own row changes nothing and says so', async () => {
    const db = await open();
    const again = sql`INSERT INTO units (code, name) VALUES ('c1', '{}') ON CONFLICT DO NOTHING`;
    expect(await db.commit([again])).toEqual([1]);
    expect(await db.commit([again])).toEqual([0]);
  });

  test('values stay values: text, numbers, null and hostile text come back as they went in', async () => {
    const db = await open();
    const hostile = `'); DROP TABLE units; -- "?" ${'x'.repeat(20)} 评议 \u{20BB7}`;
    const row = await db.first<Record<string, unknown>>(
      sql`SELECT ${hostile} AS t, ${42} AS i, ${0.5} AS f, ${null} AS n`,
    );
    expect({ ...row }).toEqual({ t: hostile, i: 42, f: 0.5, n: null });
  });

  test('a statement inside another one keeps its values in place', async () => {
    const db = await open();
    const guard = sql`${1} = ${1} AND ${'x'} <> ${'y'}`;
    expect(await db.first(sql`SELECT ${'before'} AS a WHERE ${guard} AND ${'z'} = ${'z'}`)).toMatchObject({
      a: 'before',
    });
  });

  test('nothing found is null or an empty list', async () => {
    const db = await open();
    expect(await db.first(sql`SELECT code FROM units WHERE code = ${'nowhere'}`)).toBeNull();
    expect(await db.all(sql`SELECT code FROM units WHERE code = ${'nowhere'}`)).toEqual([]);
  });

  test('a list of any length goes through one JSON value', async () => {
    const db = await open();
    for (const length of [0, 1, 90, 91, 1000]) {
      const list = Array.from({ length }, (_, i) => `id-${i}`);
      const row = await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM json_each(${JSON.stringify(list)})`);
      expect(row?.n).toBe(length);
    }
  });
}
