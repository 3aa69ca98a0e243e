// A ZIP archive without a clock: the same files give the same bytes. ZIP keeps local time, so the one moment that is the
// same wherever the server stands is written in local terms: the first of 1980, where the format begins.
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

export const archive = (files: Readonly<Record<string, string | Uint8Array>>): Uint8Array<ArrayBuffer> => {
  const entries = Object.entries(files).map(([path, content]) => [
    path,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Zippable, { mtime: new Date(1980, 0, 1), level: 6 });
};

/** The same archive with its times taken out. */
export const withoutTimes = (zip: Uint8Array): Uint8Array<ArrayBuffer> => archive(unzipSync(zip));
