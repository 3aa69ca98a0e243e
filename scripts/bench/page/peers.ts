// The peers as small sites: a page, a script and a style sheet each, bundled as their documentation says, and always the
// lighter of what it offers: SurveyJS without its web font, Form.io as renderer only and without its icon font.

import { build, stop } from 'esbuild';
import type { Survey } from '#core/survey.ts';
import { install } from './packages.ts';
import { formioForm, plainForm, surveyJsModel } from './translations.ts';

export interface Site {
  readonly name: string;
  /** Bodies by path. */
  readonly files: ReadonlyMap<string, { readonly type: string; readonly body: string }>;
}

export const versions = { 'survey-core': '2.5.38', 'survey-js-ui': '2.5.38', '@formio/js': '5.6.0' } as const;

const surveyJs = (survey: Survey): string => `
  import { Model } from 'survey-core';
  import { renderSurvey } from 'survey-js-ui';
  import 'survey-core/i18n/simplified-chinese';
  import 'survey-core/survey-core.fontless.min.css';
  renderSurvey(new Model(${JSON.stringify(surveyJsModel(survey))}), document.getElementById('form'));`;

const formio = (survey: Survey): string => `
  import { Formio } from '@formio/js/form';
  import 'bootstrap/dist/css/bootstrap.min.css';
  import '@formio/js/dist/formio.form.min.css';
  Formio.createForm(document.getElementById('form'), ${JSON.stringify(formioForm(survey))}, { noAlerts: true });`;

export async function peerSites(survey: Survey): Promise<Site[]> {
  const folder = install('forms', versions);
  const sites = [
    plainSite(survey),
    await bundledSite(`SurveyJS ${versions['survey-js-ui']}`, folder, surveyJs(survey), survey),
    await bundledSite(`Form.io ${versions['@formio/js']}`, folder, formio(survey), survey),
  ];
  await stop();
  return sites;
}

const shell = (survey: Survey, head: string, body: string): string =>
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">' +
  '<meta name="viewport" content="width=device-width,initial-scale=1">' +
  `<title>${survey.title['zh-CN']}</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;

const page = (body: string) => ['/', { type: 'text/html; charset=utf-8', body }] as const;

const plainSite = (survey: Survey): Site => ({
  name: 'plain HTML form',
  files: new Map([page(shell(survey, '', plainForm(survey)))]),
});

async function bundledSite(name: string, folder: string, contents: string, survey: Survey): Promise<Site> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: folder, loader: 'js' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome109',
    write: false,
    outdir: '/',
    entryNames: 'form',
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: { '.woff': 'empty', '.woff2': 'empty', '.ttf': 'empty', '.eot': 'empty' },
  });
  const of = (extension: string, type: string) => {
    const found = outputFiles.find(({ path }) => path.endsWith(extension));
    return [`/form${extension}`, { type, body: found?.text ?? '' }] as const;
  };
  const head = '<link rel="stylesheet" href="/form.css">';
  const body = '<div id="form"></div><script type="module" src="/form.js"></script>';
  return {
    name,
    files: new Map([page(shell(survey, head, body)), of('.css', 'text/css'), of('.js', 'text/javascript')]),
  };
}
