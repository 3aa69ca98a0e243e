// A table that scrolls inside its own box on a narrow screen, reachable by keyboard. By itself, because a browser's script uses
// it too and must not bring the whole frame along.
import type { ComponentChildren } from 'preact';

export function TableBox({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-box" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
