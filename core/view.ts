// How a citizen's page is shown: plainly, or as 长辈版 (elders' version) in a text size of their choice. There is no cookie to
// remember it, so it travels in the address. Sizes follow 适老化通用设计规范: text never below 18, and up to 30.

export const textSizesPx = [18, 22, 26, 30] as const;
export type TextSizePx = (typeof textSizesPx)[number];
export type View = { readonly is: 'plain' } | { readonly is: 'elder'; readonly sizePx: TextSizePx };

export const plainView: View = { is: 'plain' };
export const elderView: View = { is: 'elder', sizePx: 22 };

/** From the query of an address; an unknown view is the plain one, an unknown size the usual one. */
export function chooseView(view: string | undefined, size: string | undefined): View {
  if (view !== 'elder') return plainView;
  const sizePx = textSizesPx.find((known) => String(known) === size);
  return sizePx ? { is: 'elder', sizePx } : elderView;
}

export const viewQuery = (view: View): Record<string, string> =>
  view.is === 'elder' ? { view: 'elder', size: String(view.sizePx) } : {};

/** One size larger (+1) or smaller (−1); at the end of the row the same again. */
export function nextSize(sizePx: TextSizePx, step: 1 | -1): TextSizePx {
  const at = textSizesPx.indexOf(sizePx) + step;
  return textSizesPx[Math.min(Math.max(at, 0), textSizesPx.length - 1)] as TextSizePx;
}
