// The settings of an instance, read and checked once at start. A wrong one stops the start with a sentence that names
// it; docs/operate.md lists them all.
import * as z from 'zod';
import { inEveryLang, type Localised } from '#core/lang.ts';

const schema = z.object({
  /** The key all signatures are derived from; at least 32 characters, kept as a secret. */
  SECRET: z.string().min(32, 'needs at least 32 random characters'),
  /** The path under which a portal's reverse proxy shows us: '' or '/something'. */
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w.-]+)*$/, "must be '' or start with / and not end with one")
    .default(''),
  /** 'inside' only when the host is inside the jurisdiction that personal information must not leave. */
  DATA_RESIDENCY: z.enum(['inside', 'outside']).default('outside'),
  COUNTY_ZH: z.string().min(1).max(40).default('云岭县'),
  COUNTY_EN: z.string().min(1).max(60).default('Yunling County'),
});

export interface Settings {
  readonly secret: string;
  readonly basePath: string;
  readonly dataResidency: 'inside' | 'outside';
  readonly county: Localised;
}

export const settingNames = Object.keys(schema.shape);

/** Throws one Error that names every wrong setting. */
export function readSettings(env: Readonly<Record<string, unknown>>): Settings {
  const read = schema.safeParse(env);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`settings: ${faults.join('; ')} (see docs/operate.md)`);
  }
  const { SECRET, BASE_PATH, DATA_RESIDENCY, COUNTY_ZH, COUNTY_EN } = read.data;
  return {
    secret: SECRET,
    basePath: BASE_PATH,
    dataResidency: DATA_RESIDENCY,
    county: inEveryLang({ 'zh-CN': COUNTY_ZH, en: COUNTY_EN }),
  };
}
