// Staff accounts. Nothing here leaves with its password except what signing in reads.
import type { Role } from '#core/capability.ts';
import type { Day } from '#core/period.ts';
import type { Staff } from '#core/staff.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface StaffRecord extends Staff {
  readonly disabled: boolean;
  readonly created: Day;
}

type Row<T extends StaffRecord> = Omit<T, 'disabled'> & { disabled: number };

const read = <T extends StaffRecord>(row: Row<T>): T => ({ ...row, disabled: row.disabled === 1 }) as unknown as T;

export const allStaff = async (db: Database): Promise<StaffRecord[]> =>
  (
    await db.all<Row<StaffRecord>>(
      sql`SELECT id, name, role, unit, disabled, created FROM staff ORDER BY disabled, name`,
    )
  ).map(read);

export const countStaff = async (db: Database): Promise<number> =>
  (await db.first<{ n: number }>(sql`SELECT count(*) AS n FROM staff`))?.n ?? 0;

export async function staffBy(db: Database, id: string): Promise<StaffRecord | null> {
  const row = await db.first<Row<StaffRecord>>(
    sql`SELECT id, name, role, unit, disabled, created FROM staff WHERE id = ${id}`,
  );
  return row && read(row);
}

export async function staffNamed(db: Database, name: string): Promise<(StaffRecord & { password: string }) | null> {
  const row = await db.first<Row<StaffRecord & { password: string }>>(
    sql`SELECT id, name, role, unit, disabled, created, password FROM staff WHERE name = ${name}`,
  );
  return row && read(row);
}

export const adding = (staff: Staff & { password: string; created: Day }): Statement => sql`
  INSERT INTO staff (id, name, role, unit, password, created)
  VALUES (${staff.id}, ${staff.name}, ${staff.role}, ${staff.unit}, ${staff.password}, ${staff.created})`;

export const settingPassword = (id: string, password: string): Statement =>
  sql`UPDATE staff SET password = ${password} WHERE id = ${id}`;

export const settingRole = (id: string, role: Role, unit: string | null): Statement =>
  sql`UPDATE staff SET role = ${role}, unit = ${unit} WHERE id = ${id}`;

export const settingDisabled = (id: string, disabled: boolean): Statement =>
  sql`UPDATE staff SET disabled = ${Number(disabled)} WHERE id = ${id}`;
