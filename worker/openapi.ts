// The OpenAPI 3.1 document of /api/v1, made of the schemas that the handlers check with. A test holds it to the routes of the app
// and every reply to its schema.
import * as z from 'zod';
import { generator } from '#core/report.ts';
import { formats, mediaTypes } from './export/file.ts';
import { failure, invitationsIssued, invitationsWanted, publishedResults, yearReport } from './routes/api-schemas.ts';

const named = { failure, invitationsIssued, invitationsWanted, publishedResults, yearReport } as const;
type Name = keyof typeof named;

const idOf = (name: Name): string => name[0]?.toUpperCase() + name.slice(1);

/** Each with what it refers to inside itself: `$defs` move to the components of the document. */
function components(): Record<string, unknown> {
  const schemas: Record<string, unknown> = {};
  for (const name of Object.keys(named) as Name[]) {
    const text = JSON.stringify(z.toJSONSchema(named[name], { target: 'draft-2020-12' }));
    const {
      $defs = {},
      $schema: _,
      id: __,
      ...schema
    } = JSON.parse(text.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, unknown> & {
      $defs?: Record<string, object>;
    };
    for (const [id, { id: ___, ...definition }] of Object.entries($defs as Record<string, Record<string, unknown>>))
      schemas[id] = definition;
    // A schema that is named is a reference to its own definition.
    if (!('$ref' in schema)) schemas[idOf(name)] = schema;
  }
  return schemas;
}

const json = (name: Name) => ({ 'application/json': { schema: { $ref: `#/components/schemas/${idOf(name)}` } } });
const failed = (description: string) => ({ description, content: json('failure') });
const failures = {
  400: failed('What was sent cannot be read.'),
  401: failed('No token, or one that does not work.'),
  403: failed('The token may not, or not for this unit.'),
  404: failed('There is none.'),
  429: failed('Too many calls; Retry-After says when to come again.'),
  500: failed('A fault of ours; `id` is what it was logged under.'),
  503: failed('Busy; Retry-After says when to come again.'),
};
const unchanged = { description: 'Nothing new: the caller has these very bytes.' };

const inPath = (name: string, pattern: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', pattern },
});
const inQuery = (name: string, schema: object, description: string) => ({ name, in: 'query', schema, description });
const year = inPath('year', '^[1-9][0-9]{3}$');
const survey = inPath('survey', '^[A-Za-z][A-Za-z0-9-]{0,31}$');
const lang = inQuery('lang', { type: 'string' }, 'Language of words: zh-CN or en.');
const whichYear = inQuery('year', { type: 'integer' }, 'A published year; the newest unless said.');
const whichVersion = inQuery('version', { type: 'integer', minimum: 1 }, 'A sealed version; the newest unless said.');

const reportPaths = () =>
  Object.fromEntries(
    formats.map((format) => [
      `/api/v1/reports/{year}.${format}`,
      {
        get: {
          operationId: `report-${format}`,
          summary: `A sealed year as ${format}`,
          security: [{ token: ['reports.read'] }],
          parameters: [year, lang, whichVersion],
          responses: {
            200: {
              description: 'The very bytes that the desk and the public page give out.',
              content: format === 'json' ? json('yearReport') : { [mediaTypes[format]]: {} },
            },
            304: unchanged,
            ...failures,
          },
        },
      },
    ]),
  );

export const openapi = (server: string): object => ({
  openapi: '3.1.0',
  info: {
    title: 'Pingyi',
    version: generator.version,
    summary: 'Published results of the evaluation of government information disclosure',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: server }],
  security: [{ token: [] }],
  paths: {
    '/api/v1/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This document',
        security: [],
        responses: { 200: { description: 'OpenAPI 3.1', content: { 'application/json': {} } }, 304: unchanged },
      },
    },
    '/api/v1/schemas/summary-1.json': {
      get: {
        operationId: 'summary-schema',
        summary: 'The JSON Schema of a year’s file',
        security: [],
        responses: { 200: { description: 'JSON Schema', content: { 'application/schema+json': {} } } },
      },
    },
    '/api/v1/results/{survey}': {
      get: {
        operationId: 'results',
        summary: 'What was published of one survey: sealed figures only',
        security: [{ token: ['results.read'] }],
        parameters: [survey, whichYear],
        responses: {
          200: { description: 'Figures and seal', content: json('publishedResults') },
          304: unchanged,
          ...failures,
        },
      },
    },
    ...reportPaths(),
    '/api/v1/invitations': {
      post: {
        operationId: 'issue-invitations',
        summary: 'Codes to rate handled requests, one for each reply letter',
        description: 'The same list may be sent again: a case keeps its first code.',
        security: [{ token: ['invitations.issue'] }],
        requestBody: { required: true, content: json('invitationsWanted') },
        responses: {
          201: { description: 'Links, this once', content: json('invitationsIssued') },
          410: failed('The survey has closed.'),
          413: failed('Too large.'),
          415: failed('Not JSON.'),
          422: failed('Problems, each at its row: rows.3.unit.'),
          ...failures,
        },
      },
    },
  },
  components: {
    securitySchemes: { token: { type: 'http', scheme: 'bearer', bearerFormat: 'pyk_ and 64 hexadecimal digits' } },
    schemas: components(),
  },
});
