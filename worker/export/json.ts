// The summary as canonical JSON: the same summary is the same bytes, so its SHA-256 names it.
import { canonical, type Json } from '#core/canonical.ts';
import type { Summary } from '#core/report.ts';

export const summaryJson = (summary: Summary): string => `${canonical(summary as unknown as Json)}\n`;
