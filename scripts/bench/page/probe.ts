// Runs inside the measured page before any script of its own. Each frame it looks at the first radio button: while it is
// drawn and not chosen it asks for a tap on it, so the moment that counts is the first tap that works and is never undone.

/** Times are milliseconds since the navigation began. */
export interface Seen {
  fcpMs: number;
  lcpMs: number;
  cls: number;
  /** Start and duration. */
  longTasks: [number, number][];
  /** When the first radio button was there. */
  radioMs: number | null;
  /** When the frame with the chosen answer had been produced; null while none is chosen. */
  answeredMs: number | null;
  /** Answers that start-up code of the page took away again. */
  lostAnswers: number;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

declare global {
  interface Window {
    seen: Seen;
    /** Provided by the instrument: taps the screen there. */
    askForTap(spot: string): void;
  }
}

export function watchPage({ touch }: { readonly touch: boolean }): void {
  if (window.top !== window) return;
  const seen: Seen = { fcpMs: 0, lcpMs: 0, cls: 0, longTasks: [], radioMs: null, answeredMs: null, lostAnswers: 0 };
  window.seen = seen;
  const observe = (type: string, found: (entry: PerformanceEntry) => void): void =>
    new PerformanceObserver((list) => list.getEntries().forEach(found)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.fcpMs = startTime;
  });
  observe('largest-contentful-paint', ({ startTime }) => {
    seen.lcpMs = startTime;
  });
  observe('longtask', ({ startTime, duration }) => seen.longTasks.push([startTime, duration]));
  observe('layout-shift', (entry) => {
    const { hadRecentInput, value } = entry as PerformanceEntry & { hadRecentInput: boolean; value: number };
    if (!hadRecentInput) seen.cls += value;
  });

  const tapEveryMs = 100;
  let askedMs = Number.NEGATIVE_INFINITY;
  let chosenBefore = false;

  function noteFrame(): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.answeredMs = performance.now();
    };
    port2.postMessage(0);
  }

  /** Peers hide the radio and draw its label, so the label is what a finger aims at. */
  function target(radio: HTMLInputElement): DOMRect | null {
    const element = [...(radio.labels ?? []), radio].find((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width >= 8 && height >= 8 && getComputedStyle(one).visibility === 'visible';
    });
    if (!element) return null;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return element.getBoundingClientRect();
  }

  function look(): void {
    requestAnimationFrame(look);
    const radio = document.querySelector<HTMLInputElement>('input[type=radio]');
    if (radio) seen.radioMs ??= performance.now();
    const chosen = radio?.checked === true;
    if (chosen !== chosenBefore) {
      chosenBefore = chosen;
      if (chosen) noteFrame();
      else {
        seen.answeredMs = null;
        seen.lostAnswers += 1;
      }
    }
    if (!touch || !radio || chosen || performance.now() - askedMs < tapEveryMs) return;
    const box = target(radio);
    if (!box) return;
    askedMs = performance.now();
    window.askForTap(JSON.stringify({ x: box.left + Math.min(20, box.width / 2), y: box.top + box.height / 2 }));
  }
  requestAnimationFrame(look);
}
