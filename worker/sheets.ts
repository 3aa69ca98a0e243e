// The style sheets as this instance serves them: the built ones and, where the county has a colour of its own, that
// colour. Made once at start, because each page's security policy names its sheet by the hash of what it holds.
import { createHash } from 'node:crypto';
import { type CrestTokens, crestTokens } from '#core/crest.ts';
import { asset } from './assets.ts';
import type { Settings } from './settings.ts';

/** Each begins a page; what is laid over one of them keeps its colours. */
const first = ['citizen.css', 'receipt.css', 'results.css', 'staff.css'] as const;
const over = ['elder.css', 'rtl.css'] as const;
export type SheetName = (typeof first)[number] | (typeof over)[number];

interface Sheet {
  readonly body: string;
  /** Base64, as a content security policy writes it. */
  readonly sha256: string;
}
export type Sheets = Readonly<Record<SheetName, Sheet>>;

export function makeSheets({ crest }: Pick<Settings, 'crest'>): Sheets {
  const colours = crest ? inColours(crestTokens(crest)) : '';
  const sheets = [...first, ...over].map((name) => {
    const body = asset(name).body + (over.includes(name as 'elder.css') ? '' : colours);
    return [name, { body, sha256: createHash('sha256').update(body).digest('base64') }] as const;
  });
  return Object.fromEntries(sheets) as Sheets;
}

const inColours = ({ light, dark }: ReturnType<typeof crestTokens>): string =>
  `:root{${declare(light)}}@media (prefers-color-scheme:dark){:root{${declare(dark)}}}`;

const declare = (tokens: CrestTokens): string =>
  Object.entries(tokens)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');
