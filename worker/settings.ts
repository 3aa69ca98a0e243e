// The settings of an instance, read and checked once at start. A wrong one stops the start with a sentence that names
// it; docs/operate.md lists them all.
import * as z from 'zod';
import { isColour } from '#core/colour.ts';
import { isCrest, textContrastMin } from '#core/crest.ts';
import { inEveryLang, type Localised } from '#core/lang.ts';

/** As a browser writes it: without a path, a default port or a capital letter. */
const isOrigin = (text: string): boolean =>
  text === '' || (/^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text);

const schema = z.object({
  /** The key all signatures are derived from; at least 32 characters, kept as a secret. */
  SECRET: z.string().min(32, 'needs at least 32 random characters'),
  /** The path under which a portal's reverse proxy shows us: '' or '/something'. */
  BASE_PATH: z
    .string()
    .regex(/^(\/[\w.-]+)*$/, "must be '' or start with / and not end with one")
    .default(''),
  /** Where people reach us, for a proxy that does not pass their Host on; '' to believe the request. */
  PUBLIC_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an origin such as https://www.example.gov.cn, with nothing after the name')
    .default(''),
  /** 'inside' only when the host is inside the jurisdiction that personal information must not leave. */
  DATA_RESIDENCY: z.enum(['inside', 'outside']).default('outside'),
  /** The header in which the proxy in front writes the visitor's address over whatever came; '' when there is none. */
  ADDRESS_HEADER: z
    .string()
    .regex(/^[\w-]*$/, 'must be the name of a header')
    .default(''),
  COUNTY_ZH: z.string().min(1).max(40).default('云岭县'),
  COUNTY_EN: z.string().min(1).max(60).default('Yunling County'),
  /** The county's own colour. */
  CREST_COLOUR: z
    .string()
    .refine(isColour, 'must be written like #8c1d18')
    .refine((colour) => !isColour(colour) || isCrest(colour), `must be darker: contrast ${textContrastMin} with white`)
    .or(z.literal(''))
    .default(''),
  /** Whom to ask about the survey, in a sentence. */
  CONTACT_ZH: z.string().max(120).default(''),
  CONTACT_EN: z.string().max(160).default(''),
  /** Sites whose pages may show ours in a frame. */
  FRAME_ANCESTORS: z
    .string()
    .regex(
      /^(https?:\/\/[\w.-]+(:\d+)?( +|$))*$/,
      'must be origins such as https://www.example.gov.cn with spaces between',
    )
    .default(''),
});

export interface Settings {
  readonly secret: string;
  readonly basePath: string;
  /** '' when the request's own host is it. */
  readonly publicOrigin: string;
  readonly dataResidency: 'inside' | 'outside';
  /** '' when no header is to be believed. */
  readonly addressHeader: string;
  readonly county: Localised;
  /** '' for the house's own. */
  readonly crest: string;
  readonly contact: Localised | null;
  readonly frameAncestors: readonly string[];
}

export const settingNames = Object.keys(schema.shape);

/** Throws one Error that names every wrong setting. */
export function readSettings(env: Readonly<Record<string, unknown>>): Settings {
  const read = schema.safeParse(env);
  if (!read.success) {
    const faults = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new Error(`settings: ${faults.join('; ')} (see docs/operate.md)`);
  }
  const given = read.data;
  const [contactZh, contactEn] = [given.CONTACT_ZH || given.CONTACT_EN, given.CONTACT_EN || given.CONTACT_ZH];
  return {
    secret: given.SECRET,
    basePath: given.BASE_PATH,
    publicOrigin: given.PUBLIC_ORIGIN,
    dataResidency: given.DATA_RESIDENCY,
    addressHeader: given.ADDRESS_HEADER,
    county: inEveryLang({ 'zh-CN': given.COUNTY_ZH, en: given.COUNTY_EN }),
    crest: given.CREST_COLOUR.toLowerCase(),
    contact: contactZh ? inEveryLang({ 'zh-CN': contactZh, en: contactEn }) : null,
    frameAncestors: given.FRAME_ANCESTORS.split(' ').filter(Boolean),
  };
}
