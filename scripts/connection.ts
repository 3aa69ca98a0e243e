// One keep-alive HTTP/1.1 connection on a plain socket, for load and faults. It costs the machine a fraction of fetch,
// and it never sends anything a second time by itself: a reply that did not come is a rejection its caller sees.

import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

interface Waiting {
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
}

const blankLine = '\r\n\r\n';

export class Connection {
  readonly #at: URL;
  #socket: Socket | null = null;
  #received: Buffer = Buffer.alloc(0);
  #waiting: Waiting | null = null;

  /** Connects with the first request, and again after a failure. */
  constructor(url: string) {
    this.#at = new URL(url);
  }

  /** One at a time. Rejects when the connection ends before the whole reply is here. */
  request(method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Reply> {
    const fields = { host: this.#at.host, ...headers, 'content-length': String(Buffer.byteLength(body)) };
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket ??= this.#open();
      this.#socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
    });
  }

  post(path: string, json: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.request('POST', path, { 'content-type': 'application/json', ...headers }, json);
  }

  close(): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect({ host: this.#at.hostname, port: Number(this.#at.port), noDelay: true });
    let failure = new Error('the connection ended before the reply');
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.on('error', (error) => {
      failure = error;
    });
    socket.on('close', () => {
      this.#socket = null;
      this.#received = Buffer.alloc(0);
      this.#settle()?.reject(failure);
    });
    return socket;
  }

  #receive(bytes: Buffer): void {
    this.#received = this.#received.length > 0 ? Buffer.concat([this.#received, bytes]) : bytes;
    const read = readReply(this.#received);
    if (!read) return;
    this.#received = this.#received.subarray(read.length);
    if (read.reply.headers.connection === 'close') this.#socket?.end();
    this.#settle()?.resolve(read.reply);
  }

  #settle(): Waiting | null {
    const waiting = this.#waiting;
    this.#waiting = null;
    return waiting;
  }
}

/** The first reply in the bytes and how many it took; null while it is incomplete. */
function readReply(bytes: Buffer): { reply: Reply; length: number } | null {
  const headEnd = bytes.indexOf(blankLine);
  if (headEnd < 0) return null;
  const [start = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const from = headEnd + blankLine.length;
  const content = headers['transfer-encoding'] ? readChunks(bytes, from) : readCounted(bytes, from, headers);
  return content && { reply: { status: Number(start.slice(9, 12)), headers, body: content.text }, length: content.end };
}

function readCounted(bytes: Buffer, from: number, headers: Readonly<Record<string, string>>) {
  const end = from + Number(headers['content-length'] ?? 0);
  return bytes.length < end ? null : { text: bytes.toString('utf8', from, end), end };
}

function readChunks(bytes: Buffer, from: number) {
  const chunks: Buffer[] = [];
  for (let at = from; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size + 2;
    if (bytes.length < end) return null;
    if (size === 0) return { text: Buffer.concat(chunks).toString('utf8'), end };
    chunks.push(bytes.subarray(lineEnd + 2, end - 2));
    at = end;
  }
}
