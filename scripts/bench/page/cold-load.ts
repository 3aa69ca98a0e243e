// Cold loads of a page on a throttled phone: each in a new browser context, with DevTools' own network and processor
// throttling, until the page is quiet. A page is loaded twice: left alone for its weight and paints (a touch ends what
// the browser counts as loading), and with a finger that taps the first answer as soon as it can be seen.

import type { Browser, CDPSession, Page } from 'playwright-core';
import { type Seen, type Spot, watchPage } from './probe.ts';

export interface Profile {
  readonly latencyMs: number;
  readonly downKbits: number;
  readonly upKbits: number;
  /** How many times slower the processor is made. */
  readonly cpu: number;
}

/** Lighthouse's mobile slow 4G as DevTools applies it, and a cheap phone at the edge of a village's cell. */
export const profiles: Readonly<Record<string, Profile>> = {
  slow4g: { latencyMs: 562.5, downKbits: 1474.56, upKbits: 675, cpu: 4 },
  poor: { latencyMs: 400, downKbits: 400, upKbits: 400, cpu: 6 },
};

type Kind = 'html' | 'css' | 'js' | 'other';
const kinds: Readonly<Record<string, Kind>> = { Document: 'html', Stylesheet: 'css', Script: 'js' };

export interface Figures {
  /** Bytes on the wire, heads of replies included. */
  readonly bytes: Readonly<Record<Kind, number>>;
  readonly requests: number;
  readonly fcpMs: number;
  readonly lcpMs: number;
  readonly answerMs: number;
  readonly lostAnswers: number;
  /** What long tasks took beyond 50 ms each. */
  readonly blockingMs: number;
  readonly heapBytes: number;
  readonly cls: number;
}

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true } as const;
const quietMs = 2_000;
const patienceMs = 90_000;

export async function coldLoads(browser: Browser, url: string, profile: Profile): Promise<Figures> {
  const alone = await load(browser, url, profile, 'left alone');
  const touched = await load(browser, url, profile, 'touched');
  const { fcpMs, lcpMs, cls, longTasks } = alone.seen;
  return {
    ...{ bytes: alone.bytes, requests: alone.requests, heapBytes: alone.heapBytes, fcpMs, lcpMs, cls },
    blockingMs: longTasks.reduce((sum, [, durationMs]) => sum + durationMs - 50, 0),
    answerMs: touched.seen.answeredMs ?? Number.NaN,
    lostAnswers: touched.seen.lostAnswers,
  };
}

type Manner = 'left alone' | 'touched';

async function load(browser: Browser, url: string, profile: Profile, manner: Manner) {
  const context = await browser.newContext({ ...phone, locale: 'zh-CN', serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    const cdp = await context.newCDPSession(page);
    await throttle(cdp, profile);
    const traffic = await watchTraffic(cdp);
    await lendFinger(cdp);
    await page.addInitScript(watchPage, { touch: manner === 'touched' });
    await page.goto(url, { waitUntil: 'commit', timeout: patienceMs });
    const seen = await quiet(page, traffic, manner);
    return { seen, bytes: traffic.bytes, requests: traffic.requests(), heapBytes: await heapBytes(cdp) };
  } finally {
    await context.close();
  }
}

async function throttle(cdp: CDPSession, { latencyMs, downKbits, upKbits, cpu }: Profile): Promise<void> {
  const bytesPerSecond = (kbits: number) => (kbits * 1024) / 8;
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond(downKbits),
    uploadThroughput: bytesPerSecond(upKbits),
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

interface Traffic {
  readonly bytes: Record<Kind, number>;
  readonly requests: () => number;
  /** How long nothing has been asked for or under way. */
  readonly idleMs: () => number;
}

async function watchTraffic(cdp: CDPSession): Promise<Traffic> {
  const bytes = { html: 0, css: 0, js: 0, other: 0 };
  const underWay = new Map<string, Kind>();
  let requests = 0;
  let changed = performance.now();
  cdp.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    if (!request.url.startsWith('http')) return;
    requests += 1;
    underWay.set(requestId, kinds[type ?? ''] ?? 'other');
    changed = performance.now();
  });
  const ended = (requestId: string, length: number): void => {
    const kind = underWay.get(requestId);
    if (!kind) return;
    bytes[kind] += length;
    underWay.delete(requestId);
    changed = performance.now();
  };
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => ended(requestId, encodedDataLength));
  cdp.on('Network.loadingFailed', ({ requestId }) => ended(requestId, 0));
  const idleMs = () => (underWay.size > 0 ? 0 : performance.now() - changed);
  return { bytes, requests: () => requests, idleMs };
}

async function lendFinger(cdp: CDPSession): Promise<void> {
  // A busy page acknowledges late, and there is one finger: what it is asked meanwhile it does not do.
  let down = false;
  const tap = async (spot: Spot): Promise<void> => {
    down = true;
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [spot] });
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    down = false;
  };
  cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
    if (name === 'askForTap' && !down) void tap(JSON.parse(payload));
  });
  await cdp.send('Runtime.enable');
  await cdp.send('Runtime.addBinding', { name: 'askForTap' });
}

/** Waits until something is drawn (and, when touched, an answer stands) and network and main thread have come to rest. */
async function quiet(page: Page, { idleMs }: Traffic, manner: Manner): Promise<Seen> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const { seen, nowMs } = await page.evaluate(() => ({ seen: window.seen, nowMs: performance.now() }));
    const busyUntil = Math.max(0, ...seen.longTasks.map(([startMs, durationMs]) => startMs + durationMs));
    const there = seen.radioMs !== null && (manner === 'left alone' || seen.answeredMs !== null);
    if (there && idleMs() > quietMs && nowMs - Math.max(busyUntil, seen.radioMs ?? 0) > quietMs) return seen;
    if (performance.now() > end) return seen;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('Performance.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}
