// A report sent as a file: its type, its name in the reader's language, never cached.
import type { Context } from 'hono';
import type { Report } from '#core/report.ts';
import type { AppEnv } from './app-env.ts';
import { type Format, fileName, mediaTypes, reportFile } from './export/file.ts';

export async function reportDownload(c: Context<AppEnv>, report: Report, format: Format): Promise<Response> {
  const lang = c.get('lang');
  const name = fileName(report, format, lang);
  return c.body(await reportFile(report, format, lang), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': `attachment; filename="pingyi-${report.year}.${format}"; filename*=UTF-8''${encodeName(name)}`,
    'cache-control': 'no-store',
  });
}

/** RFC 8187: what encodeURIComponent leaves alone but a header parameter may not hold is encoded too. */
const encodeName = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
