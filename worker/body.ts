// Reading what somebody posts, before anything is believed: size, media type, one value for each name. Only two forms
// are read, urlencoded and JSON; everything else is refused by name.
import type { Context } from 'hono';
import { Problems, problem } from '#core/problem.ts';
import type { AppEnv } from './app-env.ts';
import { parseJsonStrictly } from './strict-json.ts';

export const bodyBytesMax = 64 * 1024;

const tooLarge = () => new Problems([problem('body', 'too-large')]);

/** The body; throws `too-large` as soon as it is, without reading the rest, and `malformed` where it cannot be read so. */
async function readBody<T>(
  c: Context<AppEnv>,
  bytesMax: number,
  read: (bytes: Uint8Array<ArrayBuffer>) => T | Promise<T>,
): Promise<T> {
  const declared = c.req.header('content-length');
  if (Number(declared ?? 0) > bytesMax) throw tooLarge();
  try {
    // HTTP holds a sender to the length declared, so all of it may be read at once, which costs far less than a stream.
    const bytes = declared === undefined ? await readStream(c.req.raw.body, bytesMax) : await c.req.raw.arrayBuffer();
    if (bytes.byteLength > bytesMax) throw tooLarge();
    return await read(new Uint8Array(bytes));
  } catch (error) {
    throw error instanceof Problems ? error : new Problems([problem('body', 'malformed')]);
  }
}

const readText = (c: Context<AppEnv>, bytesMax: number): Promise<string> =>
  readBody(c, bytesMax, (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes));

async function readStream(body: ReadableStream<Uint8Array> | null, bytesMax: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
    bytes += read.value.byteLength;
    if (bytes > bytesMax) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

const mediaType = (c: Context<AppEnv>): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Form fields as posted; a name that came twice is a list. */
export type Fields = Readonly<Record<string, string | readonly string[]>>;

export async function readForm(c: Context<AppEnv>, bytesMax = bodyBytesMax): Promise<Fields> {
  if (mediaType(c) !== 'application/x-www-form-urlencoded') throw new Problems([problem('body', 'media-type')]);
  const params = new URLSearchParams(await readText(c, bytesMax));
  const names = [...new Set(params.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = params.getAll(name);
      return [name, values.length === 1 ? (values[0] as string) : values];
    }),
  );
}

/** What a multipart form may have around its file. */
const formBytes = 16 * 1024;

/** The bytes of the file in a multipart form; Problems at the field when there is none, or it is too large. */
export async function readUpload(c: Context<AppEnv>, field: string, bytesMax: number): Promise<Uint8Array> {
  if (mediaType(c) !== 'multipart/form-data') throw new Problems([problem('body', 'media-type')]);
  const headers = { 'content-type': c.req.header('content-type') ?? '' };
  const form = await readBody(c, bytesMax + formBytes, (bytes) => new Response(bytes, { headers }).formData());
  const file = form.get(field);
  if (file === null || typeof file === 'string' || file.size === 0) throw new Problems([problem(field, 'empty')]);
  if (file.size > bytesMax) throw tooLarge();
  return new Uint8Array(await file.arrayBuffer());
}

/** The one value of a field, '' when it is not there. */
export function textIn(fields: Fields, name: string): string {
  const value = Object.hasOwn(fields, name) ? fields[name] : '';
  if (typeof value !== 'string') throw new Problems([problem(name, 'malformed')]);
  return value;
}

export async function readJson(c: Context<AppEnv>, bytesMax = bodyBytesMax): Promise<unknown> {
  if (mediaType(c) !== 'application/json') throw new Problems([problem('body', 'media-type')]);
  return parseJsonStrictly(await readText(c, bytesMax));
}

export const isJson = (c: Context<AppEnv>): boolean => mediaType(c) === 'application/json';
