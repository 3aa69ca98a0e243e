// What every page is told, whoever it is for: language, view, where links begin, whose service it is.
import type { Context } from 'hono';
import type { PageProps } from '#web/parts/page-frame.tsx';
import type { AppEnv } from './app-env.ts';

export const pageProps = (c: Context<AppEnv>): PageProps => {
  const { basePath, county, contact } = c.get('host').settings;
  const [lang, words, view] = [c.get('lang'), c.get('words'), c.get('view')];
  return { lang, words, view, base: basePath, county, ...(contact ? { contact } : {}) };
};
