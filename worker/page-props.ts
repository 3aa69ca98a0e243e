// What every page is given: the language and its words, where links begin, and whose service it is.
import type { Context } from 'hono';
import type { PageProps } from '#web/parts/page-frame.tsx';
import type { AppEnv } from './app-env.ts';

export const pageProps = (c: Context<AppEnv>): PageProps => {
  const { basePath, county, contact } = c.get('host').settings;
  return { lang: c.get('lang'), words: c.get('words'), base: basePath, county, ...(contact ? { contact } : {}) };
};
