// Reading and publishing surveys.
import { type Localised, withEveryLang } from '#core/lang.ts';
import type { Day } from '#core/period.ts';
import { type Survey, surveySchema, surveySha } from '#core/survey.ts';
import type { Window } from '#core/window.ts';
import { type Database, type Statement, sql } from '../database.ts';

export interface SurveyVersion {
  readonly document: Survey;
  readonly sha: string;
  readonly published: Day;
}
export interface SurveyRecord extends Window {
  readonly code: string;
  readonly kind: Survey['kind'];
  /** The version served now. */
  readonly version: number;
  readonly versions: ReadonlyMap<number, SurveyVersion>;
}
export interface Unit {
  readonly code: string;
  readonly name: Localised;
}

interface VersionRow {
  code: string;
  kind: Survey['kind'];
  current: number;
  opens: Day;
  closes: Day;
  grace_days: number;
  version: number;
  document: string;
  sha: string;
  published: Day;
}

export async function allSurveys(db: Database): Promise<SurveyRecord[]> {
  const rows = await db.all<VersionRow>(sql`
    SELECT s.code, s.kind, s.version AS current, s.opens, s.closes, s.grace_days,
      v.version, v.document, v.sha, v.published
    FROM surveys s JOIN survey_versions v ON v.survey = s.code
    ORDER BY s.opens, s.code, v.version`);
  return [...Map.groupBy(rows, (row) => row.code).values()].map((versions) => {
    const { code, kind, current, opens, closes, grace_days: graceDays } = versions[0] as VersionRow;
    const byNumber = versions.map(
      (v) =>
        [
          v.version,
          { document: JSON.parse(v.document, withEveryLang) as Survey, sha: v.sha, published: v.published },
        ] as const,
    );
    return { code, kind, version: current, opens, closes, graceDays, versions: new Map(byNumber) };
  });
}

export async function allUnits(db: Database): Promise<Unit[]> {
  const rows = await db.all<{ code: string; name: string }>(sql`SELECT code, name FROM units ORDER BY position, code`);
  return rows.map(({ code, name }) => ({ code, name: JSON.parse(name, withEveryLang) as Localised }));
}

/** Adds a version and makes it the one served. Throws a ZodError for a document that is no fair survey. */
export function publishing(survey: Survey, window: Window, published: Day): Statement[] {
  const document = surveySchema.parse(survey);
  return [
    sql`INSERT INTO surveys (code, kind, version, opens, closes, grace_days)
      VALUES (${survey.code}, ${survey.kind}, ${survey.version}, ${window.opens}, ${window.closes}, ${window.graceDays})
      ON CONFLICT DO UPDATE SET version = excluded.version, opens = excluded.opens, closes = excluded.closes,
        grace_days = excluded.grace_days`,
    sql`INSERT INTO survey_versions (survey, version, document, sha, published)
      VALUES (${survey.code}, ${survey.version}, ${JSON.stringify(document)}, ${surveySha(document)}, ${published})`,
  ];
}

/** Other days for what is published already. */
export const rescheduling = (code: string, { opens, closes, graceDays }: Window): Statement =>
  sql`UPDATE surveys SET opens = ${opens}, closes = ${closes}, grace_days = ${graceDays} WHERE code = ${code}`;

export const renamingUnit = ({ code, name }: Unit): Statement =>
  sql`UPDATE units SET name = ${JSON.stringify(name)} WHERE code = ${code}`;

export const addingUnit = (unit: Unit, position: number): Statement =>
  sql`INSERT INTO units (code, name, position) VALUES (${unit.code}, ${JSON.stringify(unit.name)}, ${position})`;
