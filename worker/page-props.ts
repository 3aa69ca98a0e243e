// What every page is told, whoever it is for: language, view, where links begin, whose service it is.
import type { Context } from 'hono';
import type { PageProps } from '#web/parts/page-frame.tsx';
import type { AppEnv } from './app-env.ts';

export const pageProps = (c: Context<AppEnv>): PageProps => {
  const { basePath, county } = c.get('host').settings;
  return { lang: c.get('lang'), words: c.get('words'), view: c.get('view'), base: basePath, county };
};
