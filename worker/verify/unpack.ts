// Unpacking an archive that nobody vouches for. The sizes it declares are not believed: every byte that comes out is
// counted while it comes, in small steps, so that a few kilobytes cannot become gigabytes before somebody looks.
import { Inflate } from 'fflate';

const entriesMax = 2_000;
/** Of all parts together; a Word document of ours has under one. */
const unpackedBytesMax = 8 * 1024 * 1024;
/** Compressed bytes between two looks at the size: at a thousandfold, 4 MiB. */
const stepBytes = 4 * 1024;

/** The parts that are wanted, as text; null for an archive that is damaged, encrypted, too large, or uses ZIP64. */
export function unpack(zip: Uint8Array, wanted: (path: string) => boolean): ReadonlyMap<string, string> | null {
  try {
    return unpackAll(zip, wanted);
  } catch {
    // Whatever offset or bit it was that did not fit.
    return null;
  }
}

function unpackAll(zip: Uint8Array, wanted: (path: string) => boolean): ReadonlyMap<string, string> | null {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > entriesMax) return null;
  const parts = new Map<string, string>();
  let left = unpackedBytesMax;
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) return null;
    const nameLength = view.getUint16(at + 28, true);
    const path = new TextDecoder().decode(zip.subarray(at + 46, at + 46 + nameLength));
    if (wanted(path) && !parts.has(path)) {
      const bytes = entryBytes(zip, view, at, left);
      if (!bytes) return null;
      left -= bytes.byteLength;
      parts.set(path, new TextDecoder().decode(bytes));
    }
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** Where the end-of-directory record is: in the last 64 KiB, before an optional comment. */
function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - 22;
  for (let at = last; at >= 0 && at > last - 65_536; at -= 1) if (view.getUint32(at, true) === 0x06054b50) return at;
  return null;
}

function entryBytes(zip: Uint8Array, view: DataView, directory: number, bytesMax: number): Uint8Array | null {
  const [flags, method] = [view.getUint16(directory + 8, true), view.getUint16(directory + 10, true)];
  const packed = view.getUint32(directory + 20, true);
  const local = view.getUint32(directory + 42, true);
  if (flags & 1 || view.getUint32(local, true) !== 0x04034b50) return null;
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + packed > zip.byteLength) return null;
  const bytes = zip.subarray(from, from + packed);
  if (method === 0) return bytes.byteLength > bytesMax ? null : bytes;
  return method === 8 ? inflateUpTo(bytes, bytesMax) : null;
}

function inflateUpTo(packed: Uint8Array, bytesMax: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((chunk) => {
    size += chunk.byteLength;
    if (size <= bytesMax) chunks.push(chunk);
  });
  for (let at = 0; at < packed.byteLength && size <= bytesMax; at += stepBytes)
    inflate.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.byteLength);
  return size > bytesMax ? null : Buffer.concat(chunks);
}
