// GET /remedies and GET /accessibility: what this service is not, and whom it can serve. Words alone.
import { Hono } from 'hono';
import { AccessibilityPage } from '#web/pages/accessibility.tsx';
import { RemediesPage } from '#web/pages/remedies.tsx';
import type { AppEnv } from '../app-env.ts';
import { citizenPage } from '../citizen-page.tsx';
import { pageProps } from '../page-props.ts';

export const statements = new Hono<AppEnv>()
  .get('/remedies', (c) =>
    citizenPage(c, { title: c.get('words').citizen.remedies.title, body: <RemediesPage {...pageProps(c)} /> }),
  )
  .get('/accessibility', (c) =>
    citizenPage(c, {
      title: c.get('words').citizen.accessibility.title,
      body: <AccessibilityPage {...pageProps(c)} />,
    }),
  );
