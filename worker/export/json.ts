// The summary as canonical JSON. Sealed, it is the very bytes that are kept; a draft says so by a seal of null.
import { canonical, type Json } from '#core/canonical.ts';
import type { Report } from '#core/report.ts';

export const summaryJson = (summary: Report): string =>
  `${canonical({ ...summary, seal: summary.seal ?? null } as unknown as Json)}\n`;
