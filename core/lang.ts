// The languages the product speaks. zh-CN is the language of the law, of the staff and of most citizens; a text is
// never shown half in one language and half in another, so every wording is a record with all of them.

export const langs = ['zh-CN', 'en'] as const;
export type Lang = (typeof langs)[number];
export type Localised = Readonly<Record<Lang, string>>;

export const isLang = (value: unknown): value is Lang => langs.includes(value as Lang);

/** The language to answer in: an explicit choice wins, then the first language of `Accept-Language` we speak, else zh-CN. */
export function chooseLang(chosen: string | undefined, acceptLanguage: string | undefined): Lang {
  if (isLang(chosen)) return chosen;
  for (const range of (acceptLanguage ?? '').split(',')) {
    const tag = (range.split(';')[0] ?? '').trim().toLowerCase();
    if (tag.startsWith('zh')) return 'zh-CN';
    if (tag.startsWith('en')) return 'en';
  }
  return 'zh-CN';
}

/** Puts values into a template: `fill('收到 {n} 份', { n: 3 })`. A placeholder without a value is a bug and stays visible. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
