// A report sent as a file: its type, its name in the reader's language, never cached.
import type { Context } from 'hono';
import type { Report } from '#core/report.ts';
import type { AppEnv } from './app-env.ts';
import { attachment } from './export/attachment.ts';
import { type Format, fileName, mediaTypes, reportFile } from './export/file.ts';

export async function reportDownload(c: Context<AppEnv>, report: Report, format: Format): Promise<Response> {
  const lang = c.get('lang');
  const name = fileName(report, format, lang);
  return c.body(await reportFile(report, format, lang), 200, {
    'content-type': mediaTypes[format],
    'content-disposition': attachment(`pingyi-${report.year}.${format}`, name),
    'cache-control': 'no-store',
  });
}
