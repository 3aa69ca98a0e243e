// The surveys and units, kept in memory for half a minute so that serving a form reads no database row. Closing or
// re-publishing therefore shows up within that time, which the grace for answers on their way covers many times over.
import { Refusal } from '#core/problem.ts';
import type { Survey } from '#core/survey.ts';
import type { Database } from './database.ts';
import { allSurveys, allUnits, type SurveyRecord, type Unit } from './store/surveys.ts';

const freshMs = 30_000;

export interface Catalogue {
  readonly surveys: readonly SurveyRecord[];
  readonly units: readonly Unit[];
}

export type CatalogueReader = (db: Database, now: number) => Promise<Catalogue>;

/**
 * One reader for each running app. What is kept is the value, never a promise: a worker may not await another
 * request's read.
 */
export function catalogueReader(): CatalogueReader {
  let kept: { at: number; catalogue: Catalogue } | null = null;
  return async (db, now) => {
    if (kept && now >= kept.at && now - kept.at < freshMs) return kept.catalogue;
    const [surveys, units] = await Promise.all([allSurveys(db), allUnits(db)]);
    kept = { at: now, catalogue: { surveys, units } };
    return kept.catalogue;
  };
}

export function surveyIn(catalogue: Catalogue, code: string): SurveyRecord {
  const found = catalogue.surveys.find((survey) => survey.code === code);
  if (!found) throw new Refusal('missing', 'no-survey');
  return found;
}

export function servedDocument(record: SurveyRecord): Survey {
  const served = record.versions.get(record.version);
  if (!served) throw new Error(`survey ${record.code} has no version ${record.version}`);
  return served.document;
}

/** The version somebody answered, or the one served now if there was never such a version. */
export const documentOf = (record: SurveyRecord, version: number): Survey =>
  record.versions.get(version)?.document ?? servedDocument(record);
